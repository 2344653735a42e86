package dev.coppice.runner.store;

import java.time.Instant;

/**
 * The process that something in the store belongs to. The start time tells it from a later process
 * with the same id.
 */
record Owner(long pid, long startedMillis) {

    /** Clocks of /proc tick in hundredths of seconds. */
    private static final long TOLERANCE_MILLIS = 1500;

    static Owner self() {
        return of(ProcessHandle.current());
    }

    private static Owner of(ProcessHandle handle) {
        long started = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new Owner(handle.pid(), started);
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(Owner::of)
                .filter(now -> Math.abs(now.startedMillis - startedMillis) <= TOLERANCE_MILLIS)
                .isPresent();
    }
}
