package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code coppice check}. */
@Command(
        name = "check",
        description = {
            "Boots a generation without a screen, runs the checks of its spec and powers it off.",
            "Without GENERATION: the current one, built first when system.yaml has changed."
        },
        footer = {
            "",
            "JSON: {generation, passed, readySeconds, accelerator, checks: [{check, verdict,",
            "detail}]}; verdict is passed, failed or unknown.",
            "",
            "Exit codes: 0 all checks passed; 1 one did not, or the spec has errors; 3 build or",
            "boot failed; 4 a tool is missing; 130 cancelled."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "GENERATION",
            description = "Number of a generation.")
    private Integer number;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the results as JUnit XML, for CI systems.")
    private Path junit;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Give up when the checks have not ended after this time.")
    private Duration timeout;

    private final CliContext context;

    CheckCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Engine engine = context.engines().open(store.resolve(context))) {
            LeftOvers.mention(context, engine);
            Generation generation = new Selection(context, engine).select(project, number);
            BootRecord boot;
            // Checks look from inside, so no port of the host is needed, nor in the way.
            RunOptions options = new RunOptions(false, false, false);
            try (var run = MachineRun.start(context, engine, generation, options)) {
                boot = run.awaitBoot(Optional.ofNullable(timeout));
            }
            if (junit != null) {
                Files.writeString(
                        context.directory().resolve(junit), JunitXml.of(generation, boot));
            }
            print(generation, boot);
            return passed(boot.checks()) ? ExitCode.OK : ExitCode.SPEC_OR_CHECK;
        }
    }

    static boolean passed(List<CheckResult> checks) {
        return checks.stream().allMatch(c -> c.verdict() == CheckResult.Verdict.PASSED);
    }

    private void print(Generation generation, BootRecord boot) {
        if (output.json()) {
            ObjectNode node =
                    Json.object()
                            .put("system", generation.system())
                            .put("generation", generation.number())
                            .put("passed", passed(boot.checks()))
                            .put("readySeconds", Json.seconds(boot.ready()))
                            .put("accelerator", boot.accelerator());
            node.set("checks", Json.array(boot.checks(), Json::check));
            Json.print(context.out(), node);
            return;
        }
        Checks.print(context, context.out(), boot);
    }
}
