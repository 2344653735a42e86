package dev.coppice.app.compare;

import dev.coppice.model.diff.Change;
import dev.coppice.model.yaml.YamlPath;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that two generations have, or only one of them.
 *
 * @param kind what happened to it; empty when it is the same in both
 * @param name what it is, for people
 * @param before in the earlier one, possibly empty
 * @param after in the later one, possibly empty
 * @param path the line of the spec that says so, when one does
 */
public record CompareRow(
        Optional<Change.Kind> kind,
        String name,
        String before,
        String after,
        Optional<YamlPath> path) {

    /** Whether it is the same in both. */
    public boolean same() {
        return kind.isEmpty();
    }

    boolean matches(String lowerCase) {
        return name.toLowerCase(Locale.ROOT).contains(lowerCase)
                || before.toLowerCase(Locale.ROOT).contains(lowerCase)
                || after.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /** {@code + htop 3.2.2}, {@code ~ hostname: web -> mail}. */
    String text() {
        if (kind.isEmpty()) {
            return "  " + name + value(after);
        }
        return switch (kind.get()) {
            case ADDED -> "+ " + name + value(after);
            case REMOVED -> "- " + name + value(before);
            case CHANGED -> "~ " + name + ": " + before + " -> " + after;
        };
    }

    private static String value(String value) {
        return value.isEmpty() ? "" : ": " + value;
    }
}
