package dev.coppice.model.complete;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a word fits what is typed. */
final class Match {

    private Match() {}

    /**
     * 0 for the word itself, 1 when it starts so, 2 when a part of it does, 3 when it contains it;
     * empty when it does not fit. Parts start with a capital letter or behind a sign.
     */
    static OptionalInt of(String typed, String word) {
        if (typed.isEmpty()) {
            return OptionalInt.of(1);
        }
        String low = word.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT);
        int at = low.indexOf(wanted);
        if (at < 0) {
            return OptionalInt.empty();
        }
        if (at == 0) {
            return OptionalInt.of(low.length() == wanted.length() ? 0 : 1);
        }
        for (; at >= 0; at = low.indexOf(wanted, at + 1)) {
            boolean capital =
                    low.length() == word.length() && Character.isUpperCase(word.charAt(at));
            if (capital || !Character.isLetterOrDigit(low.charAt(at - 1))) {
                return OptionalInt.of(2);
            }
        }
        return OptionalInt.of(3);
    }
}
