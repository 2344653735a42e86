package dev.coppice.app.compose.form.input;

import dev.coppice.model.schema.Shape;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and a unit, as far as a shape takes them.
 *
 * @param units the units, the shortest first
 */
record Units(List<Unit> units) {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]+) ?([A-Za-z]+)");

    private static final List<Unit> ALL =
            List.of(
                    new Unit("ms", "milliseconds"),
                    new Unit("s", "seconds"),
                    new Unit("min", "minutes"),
                    new Unit("h", "hours"),
                    new Unit("d", "days"),
                    new Unit("w", "weeks"),
                    new Unit("M", "MB"),
                    new Unit("G", "GB"));

    Units {
        units = List.copyOf(units);
    }

    /**
     * @param letters as in the spec
     * @param title for people
     */
    record Unit(String letters, String title) {}

    /** A number of a unit. */
    record Amount(String number, Unit unit) {

        String text() {
            return number + unit.letters();
        }
    }

    static Units of(Shape shape) {
        return new Units(ALL.stream().filter(u -> shape.matches("1" + u.letters())).toList());
    }

    /** Reads one number with one unit; empty for anything else, such as {@code 1h 30min}. */
    Optional<Amount> read(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        String letters = amount.group(2);
        return units.stream()
                .filter(u -> u.letters().equals(letters))
                .findFirst()
                .or(() -> other(letters))
                .map(unit -> new Amount(amount.group(1), unit));
    }

    /** Units that are written in more than one way keep the way in which they are written. */
    private static Optional<Unit> other(String letters) {
        return Optional.ofNullable(
                switch (letters) {
                    case "m" -> new Unit("m", "minutes");
                    case "sec" -> new Unit("sec", "seconds");
                    case "hr" -> new Unit("hr", "hours");
                    case "day", "days" -> new Unit(letters, "days");
                    case "week", "weeks" -> new Unit(letters, "weeks");
                    case "MiB" -> new Unit("MiB", "MB");
                    case "GiB" -> new Unit("GiB", "GB");
                    default -> null;
                });
    }
}
