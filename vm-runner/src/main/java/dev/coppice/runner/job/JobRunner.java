package dev.coppice.runner.job;

import dev.coppice.runner.proc.Cancellation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs long work: events while it goes on, cancel at any time, exactly one outcome. */
public final class JobRunner {

    private final Executor executor;

    /**
     * @param executor runs the bodies; they block, so one virtual thread each suits them
     */
    public JobRunner(Executor executor) {
        this.executor = executor;
    }

    /**
     * Starts a job.
     *
     * @param events gets every event, in order
     */
    public <T> JobHandle<T> start(Body<T> body, Consumer<JobEvent> events) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<JobOutcome<T>> outcome = new CompletableFuture<>();
        executor.execute(() -> run(body, new JobContext(events, cancellation), outcome));
        return new Handle<>(cancellation, outcome);
    }

    private static <T> void run(
            Body<T> body, JobContext context, CompletableFuture<JobOutcome<T>> outcome) {
        try {
            outcome.complete(new JobOutcome.Succeeded<>(body.run(context)));
        } catch (CancellationException e) {
            outcome.complete(new JobOutcome.Cancelled<>());
        } catch (ProblemException e) {
            // What fails after a cancel fails because of it.
            outcome.complete(
                    context.cancellation().isCancelled()
                            ? new JobOutcome.Cancelled<>()
                            : new JobOutcome.Failed<>(e.problem()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.complete(new JobOutcome.Cancelled<>());
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** The work. */
    @FunctionalInterface
    public interface Body<T> {

        /**
         * @throws ProblemException when the world is in the way
         * @throws CancellationException when it noticed the wish to stop
         */
        T run(JobContext context) throws InterruptedException;
    }

    private record Handle<T>(Cancellation cancellation, CompletableFuture<JobOutcome<T>> outcome)
            implements JobHandle<T> {

        @Override
        public void cancel() {
            cancellation.cancel();
        }
    }
}
