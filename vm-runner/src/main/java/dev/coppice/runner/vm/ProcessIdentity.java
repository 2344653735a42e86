package dev.coppice.runner.vm;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one with the same number.
 *
 * @param pid its number
 * @param startedMillis when it began, in milliseconds since 1970
 */
record ProcessIdentity(long pid, long startedMillis) {

    /**
     * Linux tells the start relative to the boot, and the time of the boot in whole seconds, which
     * moves when the clock is set.
     */
    private static final long TOLERANCE_MILLIS = 2000;

    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(started -> new ProcessIdentity(process.pid(), started.toEpochMilli()));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().filter(this::matches).isPresent());
    }

    private boolean matches(Instant started) {
        return Math.abs(started.toEpochMilli() - startedMillis) <= TOLERANCE_MILLIS;
    }
}
