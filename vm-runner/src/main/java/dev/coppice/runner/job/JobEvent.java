package dev.coppice.runner.job;

import java.time.Duration;

/** What a job tells while it runs; events of one job arrive in order, from any thread. */
public sealed interface JobEvent {

    /** The step's stable name, {@code packages}. */
    String step();

    /** A step begins. */
    record StepStarted(String step, String title) implements JobEvent {}

    /**
     * A step goes on.
     *
     * @param fraction 0 to 1, negative when nobody knows
     * @param message what it does now
     */
    record StepProgress(String step, double fraction, String message) implements JobEvent {}

    /** A line of a step's log. */
    record LogLine(String step, String text) implements JobEvent {}

    /**
     * A step ended.
     *
     * @param end how
     * @param took wall-clock time
     * @param bytes size of what it made, 0 when that says nothing
     * @param why why it was reused, or not; or why it failed
     */
    record StepFinished(String step, End end, Duration took, long bytes, String why)
            implements JobEvent {}

    /** How a step ended. */
    enum End {
        DONE,
        REUSED,
        FAILED,
        CANCELLED
    }
}
