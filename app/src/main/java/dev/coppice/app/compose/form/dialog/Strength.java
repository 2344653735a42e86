package dev.coppice.app.compose.form.dialog;

import java.util.Locale;
import java.util.Set;

/** How hard a password is to guess, roughly: by its length, its kinds of letters, and habit. */
enum Strength {
    NONE(""),
    WEAK("Weak: quickly guessed"),
    FAIR("Fair: fine for trying things out"),
    STRONG("Strong");

    private static final Set<String> HABITS =
            Set.of(
                    "password",
                    "passwort",
                    "coppice",
                    "letmein",
                    "welcome",
                    "admin",
                    "root",
                    "qwerty",
                    "secret",
                    "changeme",
                    "debian",
                    "12345678",
                    "123456789");

    private static final double FAIR_BITS = 40;
    private static final double STRONG_BITS = 64;

    private final String words;

    Strength(String words) {
        this.words = words;
    }

    /** For people; empty for {@link #NONE}. */
    String words() {
        return words;
    }

    /** Judges a password; keeps nothing of it. */
    static Strength of(CharSequence password, String user) {
        if (password.isEmpty()) {
            return NONE;
        }
        String lower = password.toString().toLowerCase(Locale.ROOT);
        boolean habit =
                HABITS.stream().anyMatch(lower::startsWith)
                        || !user.isEmpty() && lower.contains(user.toLowerCase(Locale.ROOT));
        double bits = bits(password);
        if (habit || bits < FAIR_BITS) {
            return WEAK;
        }
        return bits < STRONG_BITS ? FAIR : STRONG;
    }

    /** Letters that repeat or follow their neighbour count a little only. */
    private static double bits(CharSequence password) {
        int alphabet = 0;
        alphabet += password.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? 26 : 0;
        alphabet += password.chars().anyMatch(c -> c >= 'A' && c <= 'Z') ? 26 : 0;
        alphabet += password.chars().anyMatch(c -> c >= '0' && c <= '9') ? 10 : 0;
        alphabet +=
                password.chars().anyMatch(c -> c < 128 && !Character.isLetterOrDigit(c)) ? 30 : 0;
        alphabet += password.chars().anyMatch(c -> c >= 128) ? 100 : 0;
        double letters = 1;
        for (int i = 1; i < password.length(); i++) {
            letters += Math.abs(password.charAt(i) - password.charAt(i - 1)) <= 1 ? 0.25 : 1;
        }
        return letters * Math.log(Math.max(2, alphabet)) / Math.log(2);
    }
}
