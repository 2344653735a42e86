package dev.coppice.app.cli;

import dev.coppice.app.BuiltSpecs;
import dev.coppice.app.Engine;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.disk.DiskImages;
import dev.coppice.runner.disk.ImageOrder.Release;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What the commands share that take generations out of the store. */
final class Releases {

    private final CliContext context;
    private final Engine engine;

    Releases(CliContext context, Engine engine) {
        this.context = context;
        this.engine = engine;
    }

    /**
     * The generations that a command line means, newest first.
     *
     * @param numbers none for the current one, built first when the spec has changed
     */
    List<Release> of(Options.ProjectFolder project, List<Integer> numbers) throws IOException {
        var selection = new Selection(context, engine);
        List<Generation> generations = new ArrayList<>();
        if (numbers.isEmpty()) {
            generations.add(selection.select(project, null));
        }
        for (int number : numbers.stream().distinct().toList()) {
            generations.add(selection.select(project, number));
        }
        generations.forEach(Releases::requireLayers);
        generations.sort(Comparator.comparing(Generation::number).reversed());
        var specs = new BuiltSpecs(engine.generations(), new Analyzer());
        List<Release> result = new ArrayList<>();
        for (Generation generation : generations) {
            result.add(new Release(generation, spec(specs, generation)));
        }
        return result;
    }

    /** Only a stack of layers can share a disk with others; a whole image is one already. */
    private static void requireLayers(Generation generation) {
        if (generation.image().isPresent()) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "one-image",
                    "generation "
                            + generation.number()
                            + " is one image that "
                            + generation.target().title()
                            + " boots and updates by itself; it shares no disk with others",
                    "Name generations that were built for Debian.");
        }
    }

    private static SystemSpec spec(BuiltSpecs specs, Generation generation) throws IOException {
        return specs.spec(generation)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.SPEC_OR_CHECK,
                                        "spec-refused",
                                        "the spec of generation "
                                                + generation.number()
                                                + " is not valid in this version of Coppice",
                                        "Build the system again."));
    }

    DiskImages images() {
        return engine.images()
                .orElseThrow(() -> new IllegalStateException("this engine has no disk images"));
    }

    /** Runs a job in the foreground, until it is done or Ctrl+C. */
    <T> T await(Start<T> start, String whenCancelled) {
        BuildPlan nothing = new BuildPlan(List.of(), Duration.ZERO);
        try (var progress =
                new Progress(context.err(), context.terminal(), context.clock(), nothing)) {
            JobHandle<T> job = start.start(progress::show);
            try (var _ = context.interrupts().onInterrupt(job::cancel)) {
                return switch (job.outcome().join()) {
                    case JobOutcome.Succeeded<T> done -> done.value();
                    case JobOutcome.Failed<T> failed -> throw CliFailure.of(failed.problem());
                    case JobOutcome.Cancelled<T> _ ->
                            throw new CliFailure(
                                    ExitCode.CANCELLED, "cancelled", whenCancelled, "");
                };
            }
        }
    }

    /** Starts a job. */
    @FunctionalInterface
    interface Start<T> {
        JobHandle<T> start(Consumer<JobEvent> events);
    }
}
