package dev.coppice.runner.job;

import java.time.Duration;

/** A step of a job that goes on. Closing it without having said how it ended means failed. */
public final class JobStep implements AutoCloseable {

    private final JobContext context;
    private final String name;
    private final long started = System.nanoTime();
    private boolean ended;

    JobStep(JobContext context, String name) {
        this.context = context;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** A line of the step's log. */
    public void log(String line) {
        context.tell(new JobEvent.LogLine(name, line));
    }

    /**
     * @param fraction 0 to 1, negative when nobody knows
     */
    public void progress(double fraction, String message) {
        context.tell(new JobEvent.StepProgress(name, fraction, message));
    }

    /** Time since the step began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Ends the step well. */
    public void done(long bytes, String why) {
        end(JobEvent.End.DONE, bytes, why);
    }

    /** Ends the step badly. */
    public void failed(String why) {
        end(JobEvent.End.FAILED, 0, why);
    }

    @Override
    public void close() {
        boolean cancelled = context.cancellation().isCancelled();
        end(
                cancelled ? JobEvent.End.CANCELLED : JobEvent.End.FAILED,
                0,
                cancelled ? "cancelled" : "failed");
    }

    private void end(JobEvent.End how, long bytes, String why) {
        if (!ended) {
            ended = true;
            context.tell(new JobEvent.StepFinished(name, how, elapsed(), bytes, why));
        }
    }
}
