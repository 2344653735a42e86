package dev.coppice.model.rules.unit;

import java.util.regex.Pattern;

/** Lengths of time as systemd reads them (systemd.time(7)): {@code 5min}, {@code 1h 30s}, 90. */
final class TimeSpans {

    private static final Pattern SPAN =
            Pattern.compile(
                    "infinity|([0-9]+(\\.[0-9]+)? *"
                            + "(usec|us|µs|μs|nsec|ns|msec|ms|seconds?|sec|s|minutes?|min|m"
                            + "|hours?|hr|h|days?|d|weeks?|w|months?|M|years?|y)? *)+");

    private TimeSpans() {}

    static boolean isOne(String text) {
        return SPAN.matcher(text).matches();
    }
}
