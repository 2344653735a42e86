package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.debian.DebianBuilder;
import dev.coppice.runner.disk.DiskImages;
import dev.coppice.runner.disk.ImageFormat;
import dev.coppice.runner.disk.ImageOrder;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Builds small generations, writes them onto disks, publishes them, and boots the disks. */
final class DiskLab implements AutoCloseable {

    /** Longer than any boot on a busy host takes. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    final Path folder;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Store store;
    private final DebianBuilder builder;
    private final DiskImages images;
    private final QemuMachineHost host;

    DiskLab(Path folder) throws IOException {
        MachineKit.qemu();
        this.folder = folder;
        ProcessRunner processes = ProcessRunner.ofHost();
        for (String tool : List.of("mformat", "mke2fs", "grub-mkimage", "gpg")) {
            Assumptions.assumeTrue(
                    processes.tools().find(tool).isPresent(), tool + " is not on this host");
        }
        Assumptions.assumeTrue(UefiFiles.find().isPresent(), "OVMF is not on this host");
        Path place = Files.createDirectories(Path.of("target", "vm-store")).toAbsolutePath();
        store = Store.open(place, new TreeRemover(processes, RootNamespace.ofProcess()));
        builder = new DebianBuilder(store, processes, executor);
        images = new DiskImages(store, processes, executor);
        host =
                new QemuMachineHost(
                        new QemuMachineHost.Places(
                                RunRoot.prepare(folder.resolve("run")),
                                folder.resolve("cache"),
                                folder.resolve("state")),
                        processes,
                        store,
                        wanted -> spec(wanted.specText()));
    }

    private static SystemSpec spec(String text) {
        Analysis analysis = new Analyzer().analyze(new SpecText(text), ProjectFiles.NONE);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
    }

    /**
     * Builds a generation that differs by its host name.
     *
     * @param check a shell command that decides whether it is healthy
     */
    Generation build(String hostname, String check) throws Exception {
        String text =
                """
                spec: 1
                name: disk-test
                base: { distribution: debian, release: bookworm }
                hostname: %s
                storage: { persist: [/var/lib/kept] }
                checks: [{ command: "%s" }]
                """
                        .formatted(hostname, check);
        return done(
                builder.build(new BuildRequest(new SpecText(text), spec(text), folder), _ -> {})
                        .outcome()
                        .get());
    }

    private static ImageOrder.Release release(Generation generation) {
        return new ImageOrder.Release(generation, spec(generation.specText()));
    }

    /** A disk with generations, newest first. */
    Path disk(String name, int tries, Generation... generations) throws Exception {
        List<ImageOrder.Release> releases = new ArrayList<>();
        for (Generation generation : generations) {
            releases.add(release(generation));
        }
        var order =
                new ImageOrder(
                        releases,
                        folder.resolve(name),
                        ImageFormat.RAW,
                        0,
                        "",
                        ImageOrder.EMULATED,
                        tries);
        return done(images.write(order, _ -> {}).outcome().get());
    }

    Path publish(Generation... generations) throws Exception {
        List<ImageOrder.Release> releases = new ArrayList<>();
        for (Generation generation : generations) {
            releases.add(release(generation));
        }
        return done(
                images.publish(releases, folder.resolve("published"), "", _ -> {}).outcome().get());
    }

    private static <T> T done(JobOutcome<T> outcome) {
        if (outcome instanceof JobOutcome.Succeeded<T>(T value)) {
            return value;
        }
        throw new AssertionError(outcome.toString());
    }

    /** Switches a machine on that starts from a disk. */
    VirtualMachine boot(Generation generation, Path disk, BootImage.Firmware firmware) {
        var options =
                new RunOptions(
                        false, true, false, Optional.of(new RunOptions.Disk(disk, firmware)));
        return host.start(generation, options);
    }

    /** Cuts the power. */
    void cut(VirtualMachine machine) throws Exception {
        ProcessHandle.of(((QemuMachine) machine).pid().orElseThrow())
                .ifPresent(ProcessHandle::destroyForcibly);
        machine.ended().get(2, TimeUnit.MINUTES);
    }

    /** Asks until a script's output has all these texts; the machine may restart meanwhile. */
    String await(VirtualMachine machine, String script, String... wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        String last = "nothing";
        while (System.nanoTime() < end) {
            assertThat(machine.state().isEnd())
                    .as("the machine has ended: %s; it said %s", machine.problem(), last)
                    .isFalse();
            try {
                ExecResult result =
                        machine.run(script, Duration.ofSeconds(60)).get(90, TimeUnit.SECONDS);
                last = result.output() + result.errors();
                if (Stream.of(wanted).allMatch(last::contains)) {
                    return last;
                }
            } catch (ExecutionException | TimeoutException e) {
                last = String.valueOf(e.getMessage());
            }
            Thread.sleep(1000);
        }
        throw new AssertionError(
                "never said "
                        + List.of(wanted)
                        + ", but: "
                        + last
                        + "\n"
                        + machine.serial().scrollback());
    }

    /** Runs a command in a machine that is up. */
    String run(VirtualMachine machine, String script) throws Exception {
        ExecResult result = machine.run(script, Duration.ofMinutes(10)).get(11, TimeUnit.MINUTES);
        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
        return result.output();
    }

    /** Waits until the serial console has a text. */
    void awaitConsole(VirtualMachine machine, String wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!machine.serial().scrollback().contains(wanted)) {
            assertThat(System.nanoTime())
                    .as("the console never said %s: %s", wanted, machine.serial().scrollback())
                    .isLessThan(end);
            Thread.sleep(200);
        }
    }

    @Override
    public void close() {
        host.close();
        executor.close();
    }
}
