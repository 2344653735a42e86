package dev.coppice.app.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Figures in words, the same everywhere in the program. */
public final class Human {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Human() {}

    /** {@code 0.4 s}, {@code 42 s}, {@code 2 min 05 s}, {@code 1 h 04 min}. */
    public static String duration(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** A running clock, whole seconds: {@code 0:07}, {@code 12:30}, {@code 1:04:05}. */
    public static String clock(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        }
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Decimal units, as file managers count: {@code 812 B}, {@code 4.2 MB}, {@code 140 MB}. */
    public static String bytes(long bytes) {
        double value = Math.abs(bytes);
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String sign = bytes < 0 ? "−" : "";
        boolean whole = unit == 0 || value >= 9.95;
        return sign + String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /** {@code 29 Nov 2026}. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code just now}, {@code 5 min ago}, {@code yesterday}, {@code 3 days ago}, or the date. */
    public static String ago(Instant then, Instant now, ZoneId zone) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 45) {
            return "just now";
        }
        if (seconds < 3570) {
            return Math.round(seconds / 60.0) + " min ago";
        }
        LocalDate day = LocalDate.ofInstant(then, zone);
        long days = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(now, zone));
        if (days == 0 || seconds < 6 * 3600) {
            return Math.round(seconds / 3600.0) + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < 14 ? days + " days ago" : DATE.format(day);
    }

    /** {@code 1 package}, {@code 3 packages}. */
    public static String count(long n, String one) {
        return n + " " + (n == 1 ? one : plural(one));
    }

    /** More than one of something: {@code repositories}, {@code addresses}, {@code SSH keys}. */
    public static String plural(String one) {
        if (one.matches(".*[^aeiou]y")) {
            return one.substring(0, one.length() - 1) + "ies";
        }
        return one.matches(".*(s|x|z|ch|sh)") ? one + "es" : one + "s";
    }
}
