package dev.coppice.runner.job;

import java.util.concurrent.CompletableFuture;

/** A running job. */
public interface JobHandle<T> {

    /**
     * Asks the job to stop; returns at once. The outcome follows when all that it started has
     * ended.
     */
    void cancel();

    /** The one outcome; never completes exceptionally but for bugs. */
    CompletableFuture<JobOutcome<T>> outcome();
}
