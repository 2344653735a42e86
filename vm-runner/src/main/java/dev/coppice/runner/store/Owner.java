package dev.coppice.runner.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that something in the store belongs to. The start time tells it from a later process
 * with the same id.
 */
record Owner(long pid, long startedMillis) {

    /** Clocks of /proc tick in hundredths of seconds. */
    private static final long TOLERANCE_MILLIS = 1500;

    private static final Pattern NAMED = Pattern.compile("(\\d{1,18})-(\\d{1,18})-.*");

    static Owner self() {
        return of(ProcessHandle.current());
    }

    /** The owner that the start of a file's name says; empty when it says none. */
    static Optional<Owner> in(String name) {
        Matcher said = NAMED.matcher(name);
        return said.matches()
                ? Optional.of(
                        new Owner(Long.parseLong(said.group(1)), Long.parseLong(said.group(2))))
                : Optional.empty();
    }

    /** A file's name that says the owner. */
    String name(String rest) {
        return pid + "-" + startedMillis + "-" + rest;
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
