package dev.coppice.runner.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A process that runs. Its output is read until it ends; stopping it stops its descendants. */
public final class RunningProcess {

    /** Signals follow 128 in the exit values that Java reports. */
    private static final int SIGNAL_BASE = 128;

    private static final int LAST_SIGNAL = 64;

    /** How long output that a left-over descendant holds open is waited for. */
    private static final Duration OUTPUT_GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final Duration grace;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<Void> output = new CompletableFuture<>();
    private final CompletableFuture<Void> familyEnded = new CompletableFuture<>();
    private final CompletableFuture<Exit> exit;

    RunningProcess(Process process, Consumer<String> lines, Duration grace) {
        this.process = process;
        this.grace = grace;
        Thread.ofVirtual().name("output of " + process.pid()).start(() -> read(lines));
        this.exit = process.onExit().thenCompose(this::whenOutputEnds);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended, once its output is read. */
    public CompletableFuture<Exit> exit() {
        return exit.copy();
    }

    /** Waits until it ended and its output is read. */
    public Exit await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading the output of a process failed", e.getCause());
        }
    }

    /**
     * Stops it and its descendants: SIGTERM, children first, then SIGKILL for who is left after the
     * grace. Returns at once; {@link #exit()} tells when it is over.
     */
    public void stop() {
        if (stopping.compareAndSet(false, true)) {
            Thread.ofVirtual().name("stop " + process.pid()).start(this::stopAll);
        }
    }

    private void stopAll() {
        // Taken before anything dies: orphans are nobody's descendants.
        Set<ProcessHandle> all = family();
        all.forEach(ProcessHandle::destroy);
        waitFor(all);
        Set<ProcessHandle> left = new LinkedHashSet<>(all);
        all.forEach(handle -> left.addAll(descendants(handle)));
        left.forEach(ProcessHandle::destroyForcibly);
        waitFor(left);
        familyEnded.complete(null);
    }

    private void waitFor(Set<ProcessHandle> all) {
        CompletableFuture<?>[] ends =
                all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // SIGKILL follows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Children before parents. */
    private Set<ProcessHandle> family() {
        List<ProcessHandle> all = new ArrayList<>();
        all.add(process.toHandle());
        all.addAll(descendants(process.toHandle()));
        Collections.reverse(all);
        return new LinkedHashSet<>(all);
    }

    private static List<ProcessHandle> descendants(ProcessHandle handle) {
        return handle.descendants().toList();
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
            output.complete(null);
        } catch (IOException e) {
            // The pipe breaks when the process is killed; its exit tells the rest.
            output.complete(null);
        } catch (RuntimeException e) {
            output.completeExceptionally(e);
            stop();
        }
    }

    private CompletableFuture<Exit> whenOutputEnds(Process ended) {
        return output.copy()
                .completeOnTimeout(null, OUTPUT_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(done -> stopping.get() ? familyEnded : settled(done))
                .thenApply(_ -> exitOf(ended.exitValue()));
    }

    private static CompletableFuture<Void> settled(Void done) {
        return CompletableFuture.completedFuture(done);
    }

    private Exit exitOf(int value) {
        if (stopping.get()) {
            return new Exit.Cancelled();
        }
        if (value > SIGNAL_BASE && value <= SIGNAL_BASE + LAST_SIGNAL) {
            return new Exit.Signalled(value - SIGNAL_BASE);
        }
        return new Exit.Exited(value);
    }
}
