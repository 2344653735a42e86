package dev.coppice.runner.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Asks a machine for its facts, in one round. */
public final class FactCollector {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GuestShell shell;
    private final List<String> sysctl;

    /**
     * @param sysctl names of the kernel variables to report
     */
    public FactCollector(GuestShell shell, Collection<String> sysctl) {
        this.shell = shell;
        this.sysctl = List.copyOf(sysctl);
    }

    /**
     * Waits until systemd has started all that belongs to the boot, or the time is over.
     *
     * @return its state then: {@code running}, {@code degraded}, {@code starting}, ...
     */
    public String settle(Duration limit)
            throws IOException, InterruptedException, TimeoutException {
        long seconds = Math.max(1, limit.toSeconds());
        ExecResult result =
                shell.run(
                        "timeout "
                                + seconds
                                + " systemctl is-system-running --wait >/dev/null 2>&1;"
                                + " systemctl is-system-running",
                        limit.plusSeconds(30));
        return result.output().strip();
    }

    public Facts collect() throws IOException, InterruptedException, TimeoutException {
        return FactParser.parse(shell.run(FactScript.of(sysctl), PATIENCE).output());
    }
}
