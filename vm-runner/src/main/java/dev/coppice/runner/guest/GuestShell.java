package dev.coppice.runner.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Runs shell scripts inside a machine, as root. */
@FunctionalInterface
public interface GuestShell {

    /**
     * Runs a script of the POSIX shell to its end.
     *
     * @throws IOException when the machine cannot be reached
     * @throws TimeoutException when it does not end or answer in time
     */
    ExecResult run(String script, Duration timeout)
            throws IOException, InterruptedException, TimeoutException;
}
