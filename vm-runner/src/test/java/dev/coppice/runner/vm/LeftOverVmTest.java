package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.LongProcess;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Coppice that is killed leaves its machine; the next one finds it. */
@Tag("vm")
@Timeout(90)
class LeftOverVmTest {

    @TempDir Path directory;

    /** What the Coppice that dies does: starts a machine and waits. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            var kit = new MachineKit(Path.of(arguments[0]));
            QemuMachine machine = kit.start(kit.config(false), Duration.ofSeconds(300));
            machine.ended().get();
        }
    }

    private LongProcess startVictim() throws IOException {
        return LongProcess.start(
                Command.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString()),
                directory.resolve("victim.log"));
    }

    private Path awaitMachine(Path run) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (Files.isDirectory(run)) {
                try (var homes = Files.list(run)) {
                    for (Path home : homes.toList()) {
                        if (MachineRecord.read(home.resolve("machine.json"))
                                .flatMap(MachineRecord::qemu)
                                .isPresent()) {
                            return home;
                        }
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "no machine: " + LongProcess.lastLines(directory.resolve("victim.log"), 20));
    }

    @Test
    void isFoundAndStoppedAfterItsCoppiceWasKilled() throws Exception {
        MachineKit.qemu();
        Path run = directory.resolve("run");
        LongProcess victim = startVictim();
        var machines = new LeftOverMachines(run);
        try {
            Path home = awaitMachine(run);
            long pid =
                    MachineRecord.read(home.resolve("machine.json"))
                            .flatMap(MachineRecord::qemu)
                            .orElseThrow()
                            .pid();
            assertThat(machines.find()).as("its Coppice lives").isEmpty();

            victim.kill();
            victim.ended().get(10, TimeUnit.SECONDS);
            assertThat(ProcessHandle.of(pid).orElseThrow().isAlive()).isTrue();

            List<MachineHost.LeftOver> found = machines.find();
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().title()).isEqualTo("tiny generation 1");
            assertThat(found.getFirst().pid()).isEqualTo(pid);

            found.getFirst().stop();
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(home).doesNotExist();
            assertThat(machines.find()).isEmpty();
        } finally {
            victim.kill();
            for (MachineHost.LeftOver rest : machines.find()) {
                rest.stop();
            }
        }
    }

    @Test
    void isFoundByItsPidFileWhenCoppiceDiedBeforeItWroteTheNumber() throws Exception {
        MachineKit.qemu();
        Path run = directory.resolve("run");
        LongProcess victim = startVictim();
        var machines = new LeftOverMachines(run);
        try {
            Path home = awaitMachine(run);
            Path pidFile = home.resolve("qemu.pid");
            for (int i = 0; i < 200 && !Files.exists(pidFile); i++) {
                Thread.sleep(20);
            }
            victim.kill();
            victim.ended().get(10, TimeUnit.SECONDS);
            Path json = home.resolve("machine.json");
            MachineRecord full = MachineRecord.read(json).orElseThrow();
            new MachineRecord(
                            full.system(),
                            full.generation(),
                            full.label(),
                            full.kept(),
                            full.owner(),
                            java.util.Optional.empty())
                    .write(json);
            assertThat(machines.find()).hasSize(1);
        } finally {
            victim.kill();
            for (MachineHost.LeftOver rest : machines.find()) {
                rest.stop();
            }
        }
        assertThat(machines.find()).isEmpty();
    }
}
