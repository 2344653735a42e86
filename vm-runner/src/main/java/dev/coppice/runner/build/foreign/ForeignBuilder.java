package dev.coppice.runner.build.foreign;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildPlanner;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TimingHistory.Sample;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Builds generations that are one image, made by the tools of another system. */
public final class ForeignBuilder implements Builder {

    private final Store store;
    private final ProcessRunner processes;
    private final Executor executor;
    private final ImageMaker maker;

    /**
     * @param executor runs jobs; they block, so one virtual thread each suits them
     */
    public ForeignBuilder(
            Store store, ProcessRunner processes, Executor executor, ImageMaker maker) {
        this.store = store;
        this.processes = processes;
        this.executor = executor;
        this.maker = maker;
    }

    /** What the tools will reuse is theirs to know: the one step is planned as if all were new. */
    @Override
    public BuildPlan plan(BuildRequest request) {
        Optional<Sample> known = store.timings().median(maker.history(request));
        Duration expected =
                known.map(sample -> Duration.ofMillis(sample.millis()))
                        .orElse(BuildPlanner.usualTime(LayerKind.IMAGE));
        var step =
                new BuildStep(
                        LayerKind.IMAGE,
                        maker.title(request),
                        "",
                        false,
                        request.target().system().title() + " reuses what it has built before",
                        expected,
                        known.map(Sample::bytes).orElse(0L));
        return new BuildPlan(List.of(step), expected);
    }

    @Override
    public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
        return new JobRunner(executor)
                .start(
                        context -> new ForeignRun(store, processes, maker, context).run(request),
                        events);
    }
}
