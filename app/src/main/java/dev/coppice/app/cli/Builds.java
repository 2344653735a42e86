package dev.coppice.app.cli;

import dev.coppice.app.BuildSettings;
import dev.coppice.app.BuiltSpecs;
import dev.coppice.app.Engine;
import dev.coppice.app.TargetRequests;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Target;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds generations in the foreground, with progress, until they are done or Ctrl+C. */
final class Builds {

    private final CliContext context;
    private final Engine engine;
    private final Target target;
    private final BuildSettings settings;
    private final boolean locked;

    /** Builds layers of Debian. */
    Builds(CliContext context, Engine engine) {
        this(context, engine, Target.DEBIAN, BuildSettings.of(context.environment()));
    }

    /**
     * @param target what specs are built into
     * @param settings how its tools are used
     */
    Builds(CliContext context, Engine engine, Target target, BuildSettings settings) {
        this(context, engine, target, settings, false);
    }

    private Builds(
            CliContext context,
            Engine engine,
            Target target,
            BuildSettings settings,
            boolean locked) {
        this.context = context;
        this.engine = engine;
        this.target = target;
        this.settings = settings;
        this.locked = locked;
    }

    /** The same with no packages but those of the project's lock, from the store alone. */
    Builds exactly() {
        return new Builds(context, engine, target, settings, true);
    }

    /**
     * Builds a project.
     *
     * @throws CliFailure when the spec has errors, the build fails or is cancelled
     */
    Generation build(ProjectText project) {
        BuildRequest request = request(project);
        BuildPlan plan = engine.builder().plan(request);
        project.warnOfPackages(context);
        try (var progress =
                new Progress(context.err(), context.terminal(), context.clock(), plan)) {
            JobHandle<Generation> job = engine.builder().build(request, progress::show);
            try (var _ = context.interrupts().onInterrupt(job::cancel)) {
                return switch (job.outcome().join()) {
                    case JobOutcome.Succeeded<Generation> done -> {
                        context.err().println(stopwatch(plan, done.value()));
                        yield done.value();
                    }
                    case JobOutcome.Failed<Generation> failed ->
                            throw CliFailure.of(failed.problem());
                    case JobOutcome.Cancelled<Generation> cancelled ->
                            throw new CliFailure(
                                    ExitCode.CANCELLED,
                                    "cancelled",
                                    "the build was cancelled; the store is as it was before",
                                    "");
                };
            }
        }
    }

    /** The forecast beside what it became, and where the time went. */
    private static String stopwatch(BuildPlan plan, Generation made) {
        String text = "Took " + Units.time(made.buildTime());
        if (plan.expected().isPositive()) {
            text += ", forecast " + Units.time(plan.expected());
        }
        Optional<LayerRef> slowest =
                made.layers().stream()
                        .filter(layer -> !layer.reused())
                        .max(Comparator.comparing(LayerRef::took));
        return text
                + slowest.map(
                                layer ->
                                        "; slowest: "
                                                + Names.of(layer.kind())
                                                + ", "
                                                + Units.time(layer.took()))
                        .orElse("; nothing had to be made")
                + ".";
    }

    /** What a build of a project would do. */
    BuildPlan plan(ProjectText project) {
        return engine.builder().plan(request(project));
    }

    /**
     * The generation that a project's text means now: the current one when it was built from this
     * very text and all its layers are still what a build would make, else a new one.
     */
    Generation currentOrBuild(ProjectText project) throws IOException {
        Optional<Generation> current = current(project.spec().name());
        if (current.isPresent() && isUpToDate(project, current.get())) {
            return current.get();
        }
        context.err()
                .println(
                        current.isPresent()
                                ? "The spec is not what generation "
                                        + current.get().number()
                                        + " was built from; building."
                                : "There is no generation yet; building the first.");
        return build(project);
    }

    /** The current generation of a system. */
    Optional<Generation> current(String system) throws IOException {
        Optional<Integer> number = engine.generations().current(system);
        return number.isEmpty()
                ? Optional.empty()
                : engine.generations().find(system, number.get());
    }

    private boolean isUpToDate(ProjectText project, Generation generation) throws IOException {
        var specs = new BuiltSpecs(engine.generations(), new Analyzer());
        if (!specs.isOf(generation, project.analysis())) {
            return false;
        }
        if (generation.target() != Target.DEBIAN) {
            // Only its own tools know whether they would build the same once more.
            return true;
        }
        List<String> planned = plan(project).steps().stream().map(step -> step.digest()).toList();
        return planned.equals(generation.layers().stream().map(layer -> layer.digest()).toList());
    }

    private BuildRequest request(ProjectText project) {
        BuildRequest request =
                new TargetRequests(new SpecSchema(), new Exporters())
                        .of(project.analysis(), project.folder(), target, settings)
                        .orElseThrow();
        return locked ? request.exactly() : request;
    }
}
