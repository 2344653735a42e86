package dev.coppice.app.cli;

import java.time.Duration;
import java.util.Locale;

/** Times and sizes for people. */
final class Units {

    private Units() {}

    /** {@code 0.4 s}, {@code 12 s}, {@code 2 min 05 s}. */
    static String time(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 120) {
            return seconds + " s";
        }
        return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /** {@code 312 B}, {@code 4.2 kB}, {@code 140.3 MB}: decimal units. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        for (String unit : new String[] {"kB", "MB", "GB", "TB"}) {
            value /= 1000;
            if (value < 999.95 || unit.equals("TB")) {
                return String.format(Locale.ROOT, "%.1f %s", value, unit);
            }
        }
        throw new IllegalStateException("unreachable");
    }
}
