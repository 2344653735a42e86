package dev.coppice.runner.guest;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.LongProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the guest's scripts on this host: the same shell and tools, without a machine. */
final class HostShell implements GuestShell {

    private final Path directory;

    HostShell(Path directory) {
        this.directory = directory;
    }

    @Override
    public ExecResult run(String script, Duration timeout)
            throws IOException, InterruptedException, TimeoutException {
        Path output = Files.createTempFile(directory, "script", ".out");
        LongProcess process = LongProcess.start(Command.of("/bin/sh", "-c", script), output);
        try {
            int exit = process.ended().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new ExecResult(exit, Files.readString(output), "");
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            process.kill();
        }
    }
}
