package dev.coppice.runner.vm;

import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.Base;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.Software;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Systemd;
import dev.coppice.model.spec.Targets;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Machines that run the tiny kernel. */
final class MachineKit {

    private final Path directory;
    private final Path run;
    private final Path qemu;

    MachineKit(Path directory) throws IOException {
        this.directory = directory;
        this.run = RunRoot.prepare(directory.resolve("run"));
        this.qemu = qemu();
    }

    static Path qemu() {
        Optional<Path> found = ProcessRunner.ofHost().tools().find("qemu-system-x86_64");
        Assumptions.assumeTrue(
                found.isPresent(), "qemu-system-x86_64 is not installed on this host");
        return found.get();
    }

    Path run() {
        return run;
    }

    /** The kernel of machines that {@link #config(boolean, Machine.Forward...)} describes. */
    Path kernel() {
        return directory.resolve("tiny-kernel");
    }

    VmConfig configWithState() throws IOException {
        Path disk = Files.write(directory.resolve("state"), new byte[1 << 20]);
        VmConfig plain = config(false);
        BootSource.Layers layers = layers();
        return new VmConfig(
                plain.label(),
                new BootSource.Layers(
                        layers.kernel(),
                        layers.initrd(),
                        layers.layers(),
                        Optional.of(new VmConfig.Disk("state", disk))),
                plain.disks(),
                plain.kernelParameters(),
                plain.memoryMiB(),
                plain.cpus(),
                plain.nics(),
                plain.forwards(),
                plain.display());
    }

    VmConfig config(boolean display, Machine.Forward... forwards) throws IOException {
        return config(layers(), display, forwards);
    }

    private BootSource.Layers layers() throws IOException {
        Path initrd = Files.write(directory.resolve("initrd"), new byte[512]);
        Path disk = Files.write(directory.resolve("layer"), new byte[4096]);
        return new BootSource.Layers(
                TinyKernel.write(directory),
                initrd,
                List.of(new VmConfig.Disk("tiny", disk)),
                Optional.empty());
    }

    static VmConfig config(BootSource boot, boolean display, Machine.Forward... forwards) {
        return new VmConfig(
                "tiny generation 1",
                boot,
                List.of(),
                List.of(),
                32,
                1,
                1,
                List.of(forwards),
                display);
    }

    static MachineTimes times(Duration ready) {
        Duration short_ = Duration.ofSeconds(1);
        return new MachineTimes(
                ready, short_, short_, Duration.ofSeconds(4), Duration.ofSeconds(9));
    }

    /** Starts a machine under the emulator, which runs everywhere. */
    QemuMachine start(VmConfig config, Duration ready) throws IOException {
        var generation =
                new Generation(
                        "tiny",
                        1,
                        Instant.EPOCH,
                        "",
                        List.of(),
                        "",
                        Duration.ZERO,
                        directory,
                        Optional.empty());
        RunDirectory home = RunDirectory.create(run);
        var options = new RunOptions(config.display(), false);
        var order = new QemuMachine.Order(home.id(), generation, options, spec());
        var parts =
                new MachineLife.Parts(
                        order,
                        config,
                        qemu,
                        Accelerator.TCG,
                        times(ready),
                        home,
                        directory.resolve("screenshot.png"),
                        _ -> {},
                        () -> {});
        return QemuMachine.start(
                order, new Accelerator.Choice(Accelerator.TCG, "a test"), new MachineLife(parts));
    }

    static SystemSpec spec() {
        return new SystemSpec(
                "tiny",
                "",
                List.of(),
                new Base("debian", "bookworm"),
                "tiny",
                Region.of("Etc/UTC", "C.UTF-8", "us"),
                Accounts.none(),
                Software.of(List.of()),
                List.of(),
                Systemd.plain(),
                new TreeMap<>(),
                Network.plain(),
                List.of(),
                new Kernel(List.of(), List.of(), new TreeMap<>()),
                Storage.plain(),
                Targets.none(),
                List.of(),
                new Machine(32, 1, List.of(), 1));
    }
}
