package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootImage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.NewGeneration;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.Target;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Generations that are disks, in a real QEMU with its real BIOS. */
@Tag("vm")
@Timeout(180)
class DiskBootVmTest {

    @TempDir Path directory;

    private Store store;
    private QemuMachineHost host;

    @BeforeEach
    void open() throws Exception {
        MachineKit.qemu();
        ProcessRunner processes = ProcessRunner.ofHost();
        store =
                Store.open(
                        directory.resolve("store"),
                        new TreeRemover(processes, RootNamespace.ofProcess()));
        var places =
                new QemuMachineHost.Places(
                        RunRoot.prepare(directory.resolve("run")),
                        directory.resolve("cache"),
                        directory.resolve("state"));
        SystemSpec spec = MachineKit.spec();
        host = new QemuMachineHost(places, processes, store, _ -> spec);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Generation generation(BootImage.Format format) throws Exception {
        try (ScratchDirectory scratch = store.scratch()) {
            Path out = Files.createDirectory(scratch.path().resolve("out"));
            TinyDisk.write(out.resolve(Layer.imageName(LayerKind.IMAGE)));
            Duration none = Duration.ZERO;
            Layer layer = store.layers().add(LayerKind.IMAGE, "d15c".repeat(16), out, "{}", none);
            return store.commit(
                    new NewGeneration(
                            "tiny",
                            "spec: 1\n",
                            List.of(
                                    new LayerRef(
                                            LayerKind.IMAGE,
                                            layer.digest(),
                                            layer.bytes(),
                                            false,
                                            "",
                                            none)),
                            "",
                            none,
                            new TreeMap<>(),
                            List.of(),
                            Target.NIXOS,
                            Optional.of(new BootImage(format, BootImage.Firmware.BIOS))),
                    scratch);
        }
    }

    private static void awaitWords(VirtualMachine machine) throws InterruptedException {
        for (int i = 0; i < 1200 && !machine.serial().scrollback().contains("here"); i++) {
            Thread.sleep(50);
        }
        assertThat(machine.serial().scrollback())
                .as("%s", machine.problem())
                .contains(TinyDisk.WORDS);
    }

    private static void end(VirtualMachine machine) throws Exception {
        assertThat(machine.state()).isEqualTo(VmState.RUNNING);
        machine.kill();
        assertThat(machine.ended().get(60, TimeUnit.SECONDS)).isEqualTo(VmState.STOPPED);
    }

    @Test
    void aDiskStartsAndTheStoreStaysAsItIs() throws Exception {
        Generation generation = generation(BootImage.Format.RAW);
        VirtualMachine machine = host.start(generation, new RunOptions(true, false));
        awaitWords(machine);
        assertThat(machine.screen()).isPresent();
        end(machine);
        Path image = store.layersOf(generation).getFirst().image();
        assertThat(TinyDisk.written(image)).as("a throw-away machine wrote").isFalse();
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void whatAMachineKeepsRestsOnTheStoresImage() throws Exception {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("qemu-img").isPresent(),
                "this host has no qemu-img");
        Generation generation = generation(BootImage.Format.RAW);
        VirtualMachine machine = host.start(generation, new RunOptions(false, true));
        awaitWords(machine);
        end(machine);
        Path image = store.layersOf(generation).getFirst().image();
        assertThat(TinyDisk.written(image)).as("the store's image").isFalse();
        try (Stream<Path> kept = Files.list(directory.resolve("state"))) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .containsExactly("tiny-" + "d15c".repeat(5) + ".qcow2");
        }
        VirtualMachine again = host.start(generation, new RunOptions(false, true));
        awaitWords(again);
        end(again);
    }
}
