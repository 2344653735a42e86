package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.disk.ImageFormat;
import dev.coppice.runner.disk.ImageOrder;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

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

/** {@code coppice run}. */
@Command(
        name = "run",
        description = {
            "Boots a generation and shows its serial console until it powers off.",
            "Without GENERATION: the current one, built first when system.yaml has changed."
        },
        footer = {
            "",
            "On a terminal what you type goes to the machine; Ctrl+C stops it: it is asked to",
            "power off, and made to when it does not. What the machine writes is gone at",
            "power-off, unless --keep is given; then the paths of storage.persist are kept.",
            "",
            "JSON (printed at the end, without the console): {generation, state, boot: {at,",
            "readySeconds, accelerator, screenshot, checks: [{check, verdict, detail}]}}.",
            "",
            "Exit codes: 0 powered off by itself or by --timeout; 1 the spec has errors;",
            "3 build or boot failed; 4 a tool is missing; 130 stopped by Ctrl+C."
        })
final class RunCommand implements Callable<Integer> {

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
            names = "--display",
            negatable = true,
            description = "Give the machine a screen, for --screenshot (default: no screen).")
    private boolean display;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "Write a PNG of the screen once the machine is ready; needs --display.")
    private Path screenshot;

    @Option(
            names = "--keep",
            description = "Keep the paths of storage.persist and the data disks of storage.disks.")
    private boolean keep;

    @Option(
            names = "--disk",
            description = {
                "Boot from a disk with UEFI and a boot menu; the disk is made at the first time,",
                "kept in the store, and updated by coppicectl in the machine."
            })
    private boolean disk;

    @Option(names = "--bios", description = "With --disk: boot by BIOS.")
    private boolean bios;

    @Option(names = "--new-disk", description = "With --disk: make the disk anew.")
    private boolean newDisk;

    @Option(
            names = "--no-forward",
            description =
                    "Leave the host's ports of machine.forward alone, as for a second machine.")
    private boolean noForward;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Stop the machine after this time, such as 90s or 5m.")
    private Duration timeout;

    private final CliContext context;

    RunCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if ((bios || newDisk) && !disk) {
            throw new CliFailure(
                    ExitCode.USAGE, "usage", "--bios and --new-disk need --disk", "Add --disk.");
        }
        if (screenshot != null && !display) {
            throw new CliFailure(
                    ExitCode.USAGE, "usage", "--screenshot needs a screen", "Add --display.");
        }
        try (Engine engine = context.engines().open(store.resolve(context))) {
            LeftOvers.mention(context, engine);
            Generation generation = new Selection(context, engine).select(project, number);
            return run(engine, generation);
        }
    }

    private int run(Engine engine, Generation generation) throws Exception {
        RunOptions options =
                new RunOptions(
                        display,
                        keep || disk,
                        !noForward,
                        disk ? Optional.of(disk(engine, generation)) : Optional.empty());
        try (var run = MachineRun.start(context, engine, generation, options)) {
            try (var _ = run.narrate();
                    var _ = Console.attach(context, run.machine().serial(), output.json())) {
                boolean ended = awaitEnd(run);
                run.failWhenInterrupted();
                if (!ended) {
                    context.err().println("Stopping: " + Units.time(timeout) + " have passed.");
                    run.stopAndWait();
                }
            }
            VmState state = run.awaitEnd(Optional.empty());
            if (state == VmState.FAILED) {
                throw run.failure();
            }
            if (output.json()) {
                Json.print(context.out(), result(run, generation));
            }
            return ExitCode.OK;
        }
    }

    private RunOptions.Disk disk(Engine engine, Generation generation) throws IOException {
        var releases = new Releases(context, engine);
        Path image = engine.store().resolve("state").resolve(generation.system() + ".disk.raw");
        if (newDisk || !Files.exists(image)) {
            var order =
                    new ImageOrder(
                            releases.of(project, List.of(generation.number())),
                            image,
                            ImageFormat.RAW,
                            0,
                            "",
                            ImageOrder.EMULATED,
                            ImageOrder.TRIES);
            releases.await(
                    events -> releases.images().write(order, events),
                    "cancelled; no disk was made");
        } else {
            context.err().println("The disk is that of earlier runs; --new-disk makes it anew.");
        }
        return new RunOptions.Disk(image, bios ? BootImage.Firmware.BIOS : BootImage.Firmware.UEFI);
    }

    /** Waits for the end, takes the screenshot on the way; false when the time is up. */
    private boolean awaitEnd(MachineRun run) {
        if (screenshot != null) {
            run.machine().firstBoot().thenAccept(boot -> boot.ifPresent(b -> saveScreenshot(run)));
        }
        if (timeout == null) {
            run.machine().ended().join();
            return true;
        }
        return run.machine()
                        .ended()
                        .copy()
                        .completeOnTimeout(
                                VmState.RUNNING,
                                timeout.toMillis(),
                                java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join()
                != VmState.RUNNING;
    }

    private void saveScreenshot(MachineRun run) {
        Path file = context.directory().resolve(screenshot);
        run.machine()
                .screenshot(file)
                .whenComplete(
                        (written, failure) ->
                                context.err()
                                        .println(
                                                failure == null
                                                        ? "Screenshot: " + written
                                                        : "No screenshot: "
                                                                + failure.getMessage()));
    }

    private static ObjectNode result(MachineRun run, Generation generation) {
        ObjectNode node =
                Json.object()
                        .put("generation", generation.number())
                        .put("state", Names.of(run.machine().state()));
        Optional<BootRecord> boot = run.machine().firstBoot().getNow(Optional.empty());
        boot.ifPresent(b -> node.set("boot", Json.boot(b)));
        return node;
    }
}
