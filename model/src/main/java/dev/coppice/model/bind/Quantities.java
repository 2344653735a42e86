package dev.coppice.model.bind;

import dev.coppice.model.spec.Network;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes, durations and ports that have passed their shape. */
public final class Quantities {

    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|min|s|m|h)");

    private Quantities() {}

    /** A size such as {@code 512M} or {@code 2G} in MiB. */
    public static int mebibytes(String size) {
        boolean gibi = size.contains("G");
        int digits = 0;
        while (digits < size.length() && Character.isDigit(size.charAt(digits))) {
            digits++;
        }
        long number = Long.parseLong(size.substring(0, digits));
        return (int) Math.min(Integer.MAX_VALUE, gibi ? number * 1024 : number);
    }

    /** A port such as {@code 80}, or a range such as {@code 60000-61000}. */
    public static Network.PortRange ports(String text) {
        int hyphen = text.indexOf('-');
        int first = Integer.parseInt(hyphen < 0 ? text : text.substring(0, hyphen));
        int last = hyphen < 0 ? first : Integer.parseInt(text.substring(hyphen + 1));
        return new Network.PortRange(first, last);
    }

    /** A duration such as {@code 90s} or {@code 1m 30s}. */
    public static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long number = Long.parseLong(part.group(1));
            sum =
                    sum.plus(
                            switch (part.group(2)) {
                                case "ms" -> Duration.ofMillis(number);
                                case "s" -> Duration.ofSeconds(number);
                                case "h" -> Duration.ofHours(number);
                                default -> Duration.ofMinutes(number);
                            });
        }
        return sum;
    }
}
