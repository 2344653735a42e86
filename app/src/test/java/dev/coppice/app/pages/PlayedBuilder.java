package dev.coppice.app.pages;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands out the events of a build as a test plays them. */
final class PlayedBuilder implements Builder, JobHandle<Generation> {

    final BuildPlan plan;
    final CompletableFuture<JobOutcome<Generation>> outcome = new CompletableFuture<>();
    Consumer<JobEvent> events = e -> {};
    boolean cancelled;

    PlayedBuilder(BuildPlan plan) {
        this.plan = plan;
    }

    @Override
    public BuildPlan plan(BuildRequest request) {
        return plan;
    }

    @Override
    public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> to) {
        events = to;
        return this;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public CompletableFuture<JobOutcome<Generation>> outcome() {
        return outcome;
    }

    void start(String step, String title) {
        events.accept(new JobEvent.StepStarted(step, title));
    }

    void log(String step, String line) {
        events.accept(new JobEvent.LogLine(step, line));
    }

    void end(String step, JobEvent.End end, int millis, long bytes, String why) {
        events.accept(new JobEvent.StepFinished(step, end, Duration.ofMillis(millis), bytes, why));
    }

    /** The two layers below that the store has. */
    void reuseBelow() {
        for (String step : new String[] {"kernel", "base"}) {
            start(step, plan.steps().get(step.equals("kernel") ? 0 : 1).title());
            end(
                    step,
                    JobEvent.End.REUSED,
                    0,
                    58_412_000,
                    "Nothing that it is made from has changed");
        }
    }
}
