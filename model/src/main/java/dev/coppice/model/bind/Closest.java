package dev.coppice.model.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of some words. */
public final class Closest {

    private Closest() {}

    /** The nearest candidate, when it is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > 64) {
            return Optional.empty();
        }
        int bound = word.length() <= 3 ? 1 : word.length() <= 6 ? 2 : 3;
        String normal = normal(word);
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .filter(c -> Math.abs(c.length() - word.length()) <= bound + 2)
                .map(c -> new Scored(c, distance(normal, normal(c))))
                .filter(s -> s.distance() <= bound && s.distance() < normal.length())
                .min(Comparator.comparingInt(Scored::distance))
                .map(Scored::candidate);
    }

    /** Whether two words differ in case, hyphens and underscores only. */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** A word without what people write differently: case, hyphens, underscores. */
    static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Damerau-Levenshtein distance, adjacent letters swapped counting once. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
                best = Math.min(best, d[i - 1][j - 1] + cost);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, d[i - 2][j - 2] + 1);
                }
                d[i][j] = best;
            }
        }
        return d[a.length()][b.length()];
    }
}
