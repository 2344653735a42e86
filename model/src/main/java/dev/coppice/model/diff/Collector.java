package dev.coppice.model.diff;

import dev.coppice.model.diff.Change.Kind;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Gathers the changes of one section. */
final class Collector {

    private final String section;
    private final List<Change> changes;

    Collector(String section, List<Change> changes) {
        this.section = section;
        this.changes = changes;
    }

    /** A value that both have; an empty text means that it is not there. */
    void value(String label, YamlPath path, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            String old = before.toString();
            String now = after.toString();
            Kind kind = old.isEmpty() ? Kind.ADDED : now.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
            changes.add(new Change(kind, section, label, old, now, path));
        }
    }

    /** A value that either may lack. */
    void optional(String label, YamlPath path, Optional<String> before, Optional<String> after) {
        value(label, path, before.orElse(""), after.orElse(""));
    }

    /** Values of a list: which are gone, which are new; their order alone means nothing. */
    <T> void values(String noun, YamlPath list, List<T> before, List<T> after) {
        values(noun, list, before, after, Object::toString);
    }

    /** The same, with a text for each value. */
    <T> void values(
            String noun, YamlPath list, List<T> before, List<T> after, Function<T, String> text) {
        var rest = new ArrayList<>(after);
        for (int i = 0; i < before.size(); i++) {
            if (!rest.remove(before.get(i))) {
                removed(noun, text.apply(before.get(i)), list.index(i));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (rest.remove(after.get(i))) {
                added(noun, text.apply(after.get(i)), list.index(i));
            }
        }
    }

    /** Texts under names. */
    void entries(String noun, YamlPath map, Map<String, String> before, Map<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            value(
                    noun + " " + name,
                    map.key(name),
                    before.getOrDefault(name, ""),
                    after.getOrDefault(name, ""));
        }
    }

    /** Things that have names: compared by them, wherever they stand. */
    <T> void named(
            String noun,
            PathOf<T> path,
            List<T> before,
            List<T> after,
            Function<T, String> name,
            BiConsumer<Pair<T>, YamlPath> compare) {
        Map<String, T> old = byName(before, name);
        Map<String, T> now = byName(after, name);
        old.forEach(
                (key, value) -> {
                    if (!now.containsKey(key)) {
                        removed(noun, key, path.of(value, before.indexOf(value)));
                    }
                });
        now.forEach(
                (key, value) -> {
                    YamlPath at = path.of(value, after.indexOf(value));
                    if (old.containsKey(key)) {
                        compare.accept(new Pair<>(key, old.get(key), value), at);
                    } else {
                        added(noun, key, at);
                    }
                });
    }

    /** Where a thing stands, from itself and its place in its list. */
    interface PathOf<T> {
        YamlPath of(T thing, int index);
    }

    /** Two states of one thing. */
    record Pair<T>(String name, T before, T after) {}

    void added(String noun, String what, YamlPath path) {
        changes.add(new Change(Kind.ADDED, section, noun + " " + what, "", what, path));
    }

    void removed(String noun, String what, YamlPath path) {
        changes.add(new Change(Kind.REMOVED, section, noun + " " + what, what, "", path));
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        var map = new LinkedHashMap<String, T>();
        things.forEach(thing -> map.putIfAbsent(name.apply(thing), thing));
        return map;
    }
}
