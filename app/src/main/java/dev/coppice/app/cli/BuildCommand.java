package dev.coppice.app.cli;

import dev.coppice.app.BuildSettings;
import dev.coppice.app.Engine;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** {@code coppice build}. */
@Command(
        name = "build",
        description = "Builds a generation from system.yaml, or shows what a build would do.",
        footer = {
            "",
            "Layers that nothing has changed are reused. Ctrl+C cancels; the store stays good.",
            "The first build writes which packages it chose to system.lock.json, beside the spec;",
            "later builds use those versions until coppice update moves them.",
            "",
            "With a target of its own tools the generation is one image, which run and check start",
            "by firmware. With --on kubernetes the Kairos operator of a cluster makes the image,",
            "and what the build made there is removed at its end, whichever that is.",
            "builds.properties is in $XDG_CONFIG_HOME/coppice (~/.config/coppice).",
            "",
            "JSON: a generation: {system, number, current, target, created, kernelVersion,",
            "buildSeconds, bytes, directory, layers: [{kind, digest, bytes, reused, why,",
            "seconds}]}; with --plan: {expectedSeconds, steps: [{step, title, digest,",
            "cached, why, expectedSeconds, expectedBytes}]}.",
            "",
            "Exit codes: 0 built; 1 the spec has errors; 3 the build failed;",
            "4 a tool is missing; 130 cancelled."
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(names = "--plan", description = "Show the steps and stop; changes nothing.")
    private boolean planOnly;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "debian|nixos|kairos",
            defaultValue = "debian",
            description =
                    "What the spec is built into (default: debian). nixos is built by Nix, kairos"
                            + " by podman or docker.")
    private Target target;

    @Option(
            names = "--builders",
            paramLabel = "SPEC",
            description =
                    "With --target nixos: the machines that build, as nix build --builders takes"
                            + " them (default: nix.builders of builds.properties, else Nix's own"
                            + " configuration).")
    private String builders;

    @Option(
            names = "--medium",
            paramLabel = "raw|iso",
            description =
                    "With --target kairos: a disk that starts without an installation, or a disc"
                            + " that installs (default: kairos.medium of builds.properties, else"
                            + " raw).")
    private BuildTarget.Medium medium;

    @Mixin private ClusterOptions cluster;

    @Option(
            names = "--locked",
            description = {
                "Use exactly the packages of system.lock.json, from the store alone: nothing is",
                "chosen or downloaded."
            })
    private boolean locked;

    private final CliContext context;

    BuildCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ProjectText text = project.load(context);
        text.requireNoErrors(context);
        try (Engine engine = context.engines().open(store.resolve(context))) {
            var all = new Builds(context, engine, target, settings());
            Builds builds = locked ? all.exactly() : all;
            if (planOnly) {
                BuildPlan plan = builds.plan(text);
                if (output.json()) {
                    Json.print(context.out(), Json.plan(plan));
                } else {
                    printPlan(context.out(), plan);
                }
                return ExitCode.OK;
            }
            Generation generation = builds.build(text);
            if (output.json()) {
                Json.print(context.out(), Json.generation(generation, true));
            } else {
                printBuilt(context.out(), generation);
            }
            return ExitCode.OK;
        }
    }

    private BuildSettings settings() {
        BuildSettings settings = BuildSettings.of(context.environment());
        if (builders != null) {
            settings = settings.withBuilders(builders);
        }
        settings = settings.on(cluster.from(settings.cluster(), target));
        return medium == null ? settings : settings.with(medium);
    }

    private static void printPlan(PrintStream out, BuildPlan plan) {
        var table = new Table();
        for (BuildStep step : plan.steps()) {
            table.row(
                    Names.of(step.kind()),
                    step.cached() ? "reuse" : "make",
                    step.expected().isPositive() ? "about " + Units.time(step.expected()) : "",
                    step.expectedBytes() > 0 ? Units.size(step.expectedBytes()) : "",
                    step.title() + (step.why().isBlank() ? "" : " (" + step.why() + ")"));
        }
        table.print(out, "");
        out.println("Expected: about " + Units.time(plan.expected()) + ".");
    }

    /** What a build made, and which of its layers are reused. */
    static void printBuilt(PrintStream out, Generation generation) {
        out.println(
                "Generation "
                        + generation.number()
                        + " of "
                        + generation.system()
                        + " built in "
                        + Units.time(generation.buildTime())
                        + ", "
                        + Units.size(generation.bytes()));
        printLayers(out, generation);
    }

    /** One line for each layer. */
    static void printLayers(PrintStream out, Generation generation) {
        var table = new Table();
        for (LayerRef layer : generation.layers()) {
            table.row(
                    Names.of(layer.kind()),
                    layer.reused() ? "reused" : "made in " + Units.time(layer.took()),
                    Units.size(layer.bytes()),
                    layer.digest().substring(0, Math.min(12, layer.digest().length())),
                    layer.why());
        }
        table.print(out, "  ");
    }
}
