package dev.coppice.runner.compare;

import dev.coppice.model.diff.Change;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the change of the spec behind a difference in the machine: the one that names the thing. A
 * guess, and so only made when a whole word matches.
 */
final class Causes {

    private final List<Change> changes;

    Causes(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    Optional<YamlPath> of(String name) {
        return find(name)
                // A service is often named for its package: nginx.service, nginx.
                .or(() -> name.endsWith(".service") ? find(stem(name)) : Optional.empty());
    }

    private Optional<YamlPath> find(String name) {
        Pattern word =
                Pattern.compile("(?<![\\w.@/-])" + Pattern.quote(name) + "(?![\\w@/-]|\\.\\w)");
        return changes.stream()
                .filter(
                        change ->
                                word.matcher(change.label()).find()
                                        || isValue(name, change.before())
                                        || isValue(name, change.after()))
                .map(Change::path)
                .findFirst();
    }

    private static boolean isValue(String name, String value) {
        return value.equals(name);
    }

    private static String stem(String unit) {
        return unit.substring(0, unit.length() - ".service".length());
    }
}
