package dev.coppice.model.packages;

import dev.coppice.model.bind.Words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the name that was probably meant among very many. An analysis asks the same few questions
 * at every key, so answers are remembered.
 */
final class NearNames {

    private static final int SHORTEST = 3;
    private static final int REMEMBERED = 1_000;

    private final List<String> names;
    private final Map<String, Optional<String>> answers = new HashMap<>();
    private Words words;

    NearNames(List<String> names) {
        this.names = names;
    }

    synchronized Optional<String> near(String name) {
        if (name.length() < SHORTEST) {
            return Optional.empty();
        }
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(name, wrong -> words().near(wrong));
    }

    /** Made when it is first asked for: most specs name only packages that there are. */
    private Words words() {
        if (words == null) {
            words = new Words(names);
        }
        return words;
    }
}
