package dev.coppice.runner.job;

import dev.coppice.runner.proc.Cancellation;

import java.time.Duration;
import java.util.function.Consumer;

/** What a job's body is given: where to tell what it does, and whether to stop. */
public final class JobContext {

    private final Consumer<JobEvent> events;
    private final Cancellation cancellation;
    private final Object order = new Object();

    public JobContext(Consumer<JobEvent> events, Cancellation cancellation) {
        this.events = events;
        this.cancellation = cancellation;
    }

    /** The same job, whose events another listener gets first. */
    public JobContext alsoTelling(Consumer<JobEvent> listener) {
        return new JobContext(
                event -> {
                    listener.accept(event);
                    tell(event);
                },
                cancellation);
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /** Tells an event; one at a time, in order. */
    public void tell(JobEvent event) {
        synchronized (order) {
            events.accept(event);
        }
    }

    /** Begins a step; the caller ends it on every path. */
    public JobStep begin(String step, String title) {
        tell(new JobEvent.StepStarted(step, title));
        return new JobStep(this, step);
    }

    /** Tells of a step whose result was there already. */
    public void reused(String step, String title, long bytes, String why) {
        tell(new JobEvent.StepStarted(step, title));
        tell(new JobEvent.StepFinished(step, JobEvent.End.REUSED, Duration.ZERO, bytes, why));
    }
}
