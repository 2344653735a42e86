package dev.coppice.runner.vm;

import dev.coppice.runner.qmp.QmpClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Finds the machines whose Coppice has died. */
public final class LeftOverMachines {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path root;

    /**
     * @param root where the machines' directories live, see {@link RunRoot}
     */
    public LeftOverMachines(Path root) {
        this.root = root;
    }

    /**
     * The machines that still run although their Coppice is gone. Directories without a process are
     * removed on the way; those of a living Coppice are left alone.
     */
    public List<MachineHost.LeftOver> find() throws IOException {
        var found = new ArrayList<MachineHost.LeftOver>();
        List<Path> directories;
        try (Stream<Path> entries = Files.list(root)) {
            directories =
                    entries.filter(path -> path.getFileName().toString().startsWith("m-"))
                            .sorted()
                            .toList();
        }
        for (Path path : directories) {
            var directory = new RunDirectory(path);
            Optional<MachineRecord> record = MachineRecord.read(directory.record());
            if (record.isEmpty() ? isFresh(path) : record.get().owner().find().isPresent()) {
                continue;
            }
            Optional<ProcessHandle> process = findProcess(directory, record);
            if (process.isEmpty()) {
                directory.delete();
            } else {
                String title = record.map(MachineRecord::label).orElse("a machine");
                found.add(new Orphan(title, directory, process.get()));
            }
        }
        return found;
    }

    /** A directory without a record may be one that another Coppice is just making. */
    private static boolean isFresh(Path path) throws IOException {
        long age = System.currentTimeMillis() - Files.getLastModifiedTime(path).toMillis();
        return age < 10_000;
    }

    private static Optional<ProcessHandle> findProcess(
            RunDirectory directory, Optional<MachineRecord> record) {
        Optional<ProcessHandle> known =
                record.flatMap(MachineRecord::qemu).flatMap(ProcessIdentity::find);
        return known.or(() -> fromPidFile(directory)).filter(p -> runsIn(p, directory));
    }

    private static Optional<ProcessHandle> fromPidFile(RunDirectory directory) {
        try {
            long pid = Long.parseLong(Files.readString(directory.pidFile()).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Its directory stands in its command line: no other process's does. */
    private static boolean runsIn(ProcessHandle process, RunDirectory directory) {
        String needle = directory.pidFile().toString();
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.equals(needle));
    }

    /** A machine without a Coppice. */
    private record Orphan(String title, RunDirectory directory, ProcessHandle process)
            implements MachineHost.LeftOver {

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void stop() {
            askToQuit();
            if (!endsWithin(PATIENCE) && runsIn(process, directory)) {
                process.destroyForcibly();
                endsWithin(PATIENCE);
            }
            try {
                directory.delete();
            } catch (IOException _) {
                // The next start removes it.
            }
        }

        private void askToQuit() {
            try (QmpClient monitor = QmpClient.connect(directory.monitor(), _ -> {})) {
                monitor.execute("quit").get(1, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IOException | ExecutionException | TimeoutException _) {
                // It has gone already, or it will be killed.
            }
        }

        private boolean endsWithin(Duration time) {
            try {
                process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException _) {
                // Told below.
            }
            return !process.isAlive();
        }
    }
}
