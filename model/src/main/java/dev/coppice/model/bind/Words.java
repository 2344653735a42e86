package dev.coppice.model.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words among which the nearest to another is looked for: "did you mean". Quick for thousands of
 * words: most are ruled out by their lengths and letters before any distance is counted.
 */
public final class Words {

    private static final int LONGEST = 64;

    private final List<Word> words = new ArrayList<>();

    private record Word(String written, String normal, long letters) {}

    /** An index of words; where two are equally near, the earlier one is found. */
    public Words(Collection<String> candidates) {
        for (String candidate : candidates) {
            String normal = normal(candidate);
            words.add(new Word(candidate, normal, letters(normal)));
        }
    }

    /** The nearest word, when it is near enough to be meant. */
    public Optional<String> near(String word) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int bound = word.length() <= 3 ? 1 : word.length() <= 6 ? 2 : 3;
        String normal = normal(word);
        long letters = letters(normal);
        int best = Math.min(bound, normal.length() - 1) + 1;
        Word found = null;
        for (Word candidate : words) {
            int most = best - 1;
            if (Math.abs(candidate.normal.length() - normal.length()) <= most
                    && Long.bitCount(candidate.letters & ~letters) <= most
                    && Long.bitCount(letters & ~candidate.letters) <= most) {
                int distance = EditDistance.between(normal, candidate.normal, most);
                if (distance < best) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return Optional.ofNullable(found).map(Word::written);
    }

    /** A word without what people write differently: case, hyphens, underscores. */
    static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** One bit for each letter that occurs; an edit adds one and takes one away at most. */
    private static long letters(String word) {
        long bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1L << (word.charAt(i) & 63);
        }
        return bits;
    }
}
