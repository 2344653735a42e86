package dev.coppice.runner.job;

/** How a job ended; every job has exactly one outcome. */
public sealed interface JobOutcome<T> {

    /** It did what it was asked. */
    record Succeeded<T>(T value) implements JobOutcome<T> {}

    /** The world was in the way. */
    record Failed<T>(Problem problem) implements JobOutcome<T> {}

    /** Somebody asked it to stop. */
    record Cancelled<T>() implements JobOutcome<T> {}
}
