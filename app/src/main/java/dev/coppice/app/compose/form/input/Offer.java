package dev.coppice.app.compose.form.input;

import java.util.Locale;

/**
 * A value to choose.
 *
 * @param value as it goes into the spec
 * @param title what it is, for people; may be empty
 */
public record Offer(String value, String title) {

    /** A value that says all itself. */
    public Offer(String value) {
        this(value, "");
    }

    /**
     * How well it fits what was typed: 0 is best, negative not at all.
     *
     * @param typed in lower case
     */
    int rank(String typed) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith(typed)) {
            return 0;
        }
        if (lower.contains(typed)) {
            return 1;
        }
        return title.toLowerCase(Locale.ROOT).contains(typed) ? 2 : -1;
    }
}
