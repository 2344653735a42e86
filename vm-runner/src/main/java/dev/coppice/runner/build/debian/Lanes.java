package dev.coppice.runner.build.debian;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Work that goes on side by side; when one lane fails, the others are told to stop. */
final class Lanes {

    private final Executor executor;
    private final Cancellation stop;
    private final List<CompletableFuture<Void>> running = new ArrayList<>();
    private final AtomicReference<Throwable> first = new AtomicReference<>();

    Lanes(Executor executor, Cancellation stop) {
        this.executor = executor;
        this.stop = stop;
    }

    void start(Lane lane) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        running.add(end);
        executor.execute(
                () -> {
                    try {
                        lane.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        fail(e);
                    } catch (IOException | RuntimeException | Error e) {
                        fail(e);
                    } finally {
                        end.complete(null);
                    }
                });
    }

    private void fail(Throwable failure) {
        first.compareAndSet(null, failure);
        stop.cancel();
    }

    /** Waits until all have ended; throws what failed first. */
    void await() throws InterruptedException {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            stop.cancel();
            throw e;
        }
        switch (first.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case InterruptedException e -> throw e;
            case IOException e -> throw new UncheckedIOException(e);
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** The work of one lane. */
    @FunctionalInterface
    interface Lane {
        void run() throws IOException, InterruptedException;
    }
}
