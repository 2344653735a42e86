package dev.coppice.model.search;

import dev.coppice.model.bind.Closest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person typed, and how well names fit it. */
final class Query {

    /** Fits of the whole name, the best first; 0 is no fit. */
    static final int WHOLE = 1_000;

    private static final int LAST_PART = 850;
    private static final int START = 700;
    private static final int LAST_PART_START = 600;
    private static final int WORDS = 450;
    private static final int INSIDE = 250;
    private static final int TYPO = 150;
    private static final int TEXT = 100;
    private static final int SHORTEST_TYPO = 4;

    private final String compact;
    private final List<String> words;

    Query(String typed) {
        NameWords parts = NameWords.of(typed);
        this.words = parts.words();
        this.compact = parts.whole();
    }

    boolean isEmpty() {
        return compact.isEmpty();
    }

    /** Whether a text holds all the words: quickly said, before it is taken apart. */
    boolean mayBeIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    /** How well a name fits; 0 when it does not. */
    int fit(NameWords name) {
        if (name.whole().equals(compact)) {
            return WHOLE;
        } else if (name.last().equals(compact)) {
            return LAST_PART;
        } else if (name.whole().startsWith(compact)) {
            return START;
        } else if (name.last().startsWith(compact)) {
            return LAST_PART_START;
        } else if (name.startWith(words)) {
            return WORDS;
        }
        return compact.length() > 2 && name.whole().contains(compact) ? INSIDE : 0;
    }

    /** How well a name fits when letters are wrong, missing or swapped. */
    int fitWithTypos(NameWords name) {
        if (compact.length() < SHORTEST_TYPO) {
            return 0;
        }
        boolean near =
                words.size() == 1
                        ? isNear(compact, List.of(name.last())) || isNear(compact, name.words())
                        : words.stream().allMatch(word -> isNear(word, name.words()));
        return near ? TYPO : 0;
    }

    /** People rarely get the first letter wrong. */
    private static boolean isNear(String word, List<String> candidates) {
        Optional<String> closest =
                Closest.to(
                        word,
                        candidates.stream().filter(c -> c.length() >= SHORTEST_TYPO).toList());
        return closest.filter(near -> near.charAt(0) == word.charAt(0)).isPresent()
                || candidates.contains(word);
    }

    /** How well sentences fit: they hold all the words, or their beginnings. */
    int fitText(NameWords text) {
        boolean tooShort = words.stream().anyMatch(word -> word.length() < 3);
        return !tooShort && text.startWith(words) ? TEXT : 0;
    }
}
