package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.LongProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

class LeftOverMachinesTest {

    /** A process that cannot be: the largest number of a process on Linux is below 2^22. */
    private static final ProcessIdentity DEAD = new ProcessIdentity(1 << 23, 1000);

    @TempDir Path directory;

    private static MachineRecord record(ProcessIdentity owner, Optional<ProcessIdentity> qemu) {
        return new MachineRecord("web", 3, "web generation 3", false, owner, qemu);
    }

    @Test
    void removesWhatDeadMachinesLeft() throws Exception {
        RunDirectory home = RunDirectory.create(directory);
        record(DEAD, Optional.of(DEAD)).write(home.record());
        Files.writeString(home.serialLog(), "words");
        assertThat(new LeftOverMachines(directory).find()).isEmpty();
        assertThat(home.path()).doesNotExist();
    }

    @Test
    void leavesTheMachinesOfALivingCoppiceAlone() throws Exception {
        RunDirectory home = RunDirectory.create(directory);
        ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current()).orElseThrow();
        record(own, Optional.of(DEAD)).write(home.record());
        assertThat(new LeftOverMachines(directory).find()).isEmpty();
        assertThat(home.path()).exists();
    }

    @Test
    void neverTakesAnotherProcessWithTheSameNumberForAMachine() throws Exception {
        LongProcess other =
                LongProcess.start(Command.of("sleep", "60"), directory.resolve("other.log"));
        try {
            ProcessIdentity identity =
                    ProcessIdentity.of(ProcessHandle.of(other.pid()).orElseThrow()).orElseThrow();
            RunDirectory recycled = RunDirectory.create(directory);
            record(DEAD, Optional.of(new ProcessIdentity(identity.pid(), 1000)))
                    .write(recycled.record());
            RunDirectory sameTime = RunDirectory.create(directory);
            record(DEAD, Optional.of(identity)).write(sameTime.record());
            RunDirectory pidFile = RunDirectory.create(directory);
            record(DEAD, Optional.empty()).write(pidFile.record());
            Files.writeString(pidFile.pidFile(), other.pid() + "\n");

            assertThat(new LeftOverMachines(directory).find()).isEmpty();
            assertThat(recycled.path()).doesNotExist();
            assertThat(sameTime.path()).doesNotExist();
            assertThat(pidFile.path()).doesNotExist();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.kill();
        }
    }

    @Test
    void sparesADirectoryThatIsJustBeingMade() throws Exception {
        RunDirectory fresh = RunDirectory.create(directory);
        RunDirectory old = RunDirectory.create(directory);
        Files.writeString(old.record(), "{\"system\":");
        Files.setLastModifiedTime(old.path(), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(new LeftOverMachines(directory).find()).isEmpty();
        assertThat(fresh.path()).exists();
        assertThat(old.path()).doesNotExist();
    }
}
