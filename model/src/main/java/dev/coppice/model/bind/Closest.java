package dev.coppice.model.bind;

import java.util.Collection;
import java.util.Optional;

/** "Did you mean": the nearest of a few words; {@link Words} is for many. */
public final class Closest {

    private Closest() {}

    /** The nearest candidate, when it is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return new Words(candidates).near(word);
    }

    /** Whether two words differ in case, hyphens and underscores only. */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** A word without what people write differently: case, hyphens, underscores. */
    static String normal(String word) {
        return Words.normal(word);
    }
}
