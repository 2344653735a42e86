package dev.coppice.runner.vm;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;

/**
 * The disks that keep the state of machines: one per system, an empty ext4 file system at first.
 */
final class StateDisk {

    static final String SERIAL = "coppice-state";

    /** The file is sparse: only what is written takes space. */
    private static final long BYTES = 8L << 30;

    private final Path directory;
    private final ProcessRunner processes;

    StateDisk(Path directory, ProcessRunner processes) {
        this.directory = directory;
        this.processes = processes;
    }

    /** The disk of a system, made when it has none. */
    VmConfig.Disk of(String system) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path file = directory.resolve(system + ".img");
        if (!Files.exists(file)) {
            make(file);
        }
        return new VmConfig.Disk(SERIAL, file);
    }

    private void make(Path file) throws IOException, InterruptedException {
        Path fresh = Files.createTempFile(directory, "state", ".new");
        var output = new ArrayList<String>();
        try {
            try (var raw = new RandomAccessFile(fresh.toFile(), "rw")) {
                raw.setLength(BYTES);
            }
            Command command =
                    Command.of("mke2fs", "-q", "-F", "-t", "ext4", "-L", SERIAL, fresh.toString());
            Exit exit = processes.run(command, output::add, new Cancellation());
            if (!exit.ok()) {
                throw new ProblemException(MachineProblems.stateDisk(exit.describe(), output));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
