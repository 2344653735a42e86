package dev.coppice.model.bind;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What is right in a document: the tree after the check against the table of fields. Wrong values
 * are left out, so that rules still see everything else; fields with a fixed default are filled in.
 */
public sealed interface Bound {

    /** Where it stands. */
    YamlPath path();

    /**
     * A single value.
     *
     * @param value a {@link String}, {@link Long} or {@link Boolean}
     * @param written whether it stands in the text, as opposed to a default
     */
    record Scalar(YamlPath path, Object value, boolean written) implements Bound {}

    /** A mapping that is kept as it is written. */
    record Raw(YamlPath path, YNode.YMap node) implements Bound {}

    /**
     * A list without its wrong items.
     *
     * @param whole whether no item was left out
     */
    record Items(YamlPath path, List<Bound> items, boolean whole) implements Bound {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A record or a map without its wrong entries, in the order of the file.
     *
     * @param entries what is right, defaults included
     * @param wrong the known keys that are written and whose values were left out
     */
    record Fields(YamlPath path, SequencedMap<String, Bound> entries, Set<String> wrong)
            implements Bound {

        public Fields {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
            wrong = Set.copyOf(wrong);
        }

        /** A record in which nothing is written. */
        public static Fields empty(YamlPath path) {
            return new Fields(path, new LinkedHashMap<>(), Set.of());
        }

        /**
         * Whether nothing that is written there was left out; what is missing then is missing
         * indeed.
         */
        public boolean whole(String key) {
            boolean items = !(entries.get(key) instanceof Items list) || list.whole();
            return items && !wrong.contains(key);
        }

        /** Whether the key is there with a right value, or has a default. */
        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** A text. */
        public Optional<Value<String>> text(String key) {
            return scalar(entries.get(key), String.class);
        }

        /** A number. */
        public Optional<Value<Long>> number(String key) {
            return scalar(entries.get(key), Long.class);
        }

        /** A truth value. */
        public Optional<Value<Boolean>> flag(String key) {
            return scalar(entries.get(key), Boolean.class);
        }

        /** The texts of a list. */
        public List<Value<String>> texts(String key) {
            return scalars(key, String.class);
        }

        /** A mapping that is kept as it is written. */
        public Optional<YNode.YMap> raw(String key) {
            return entries.get(key) instanceof Raw raw ? Optional.of(raw.node()) : Optional.empty();
        }

        /** A record below this one; an empty one when it is not there. */
        public Fields record(String key) {
            return entries.get(key) instanceof Fields fields ? fields : empty(path.key(key));
        }

        /** The records of a list. */
        public List<Fields> records(String key) {
            return items(key).stream()
                    .filter(Fields.class::isInstance)
                    .map(Fields.class::cast)
                    .toList();
        }

        private List<Bound> items(String key) {
            return entries.get(key) instanceof Items items ? items.items() : List.of();
        }

        private <T> List<Value<T>> scalars(String key, Class<T> type) {
            return items(key).stream().flatMap(b -> scalar(b, type).stream()).toList();
        }

        private static <T> Optional<Value<T>> scalar(Bound bound, Class<T> type) {
            return bound instanceof Scalar s && type.isInstance(s.value())
                    ? Optional.of(new Value<>(s.path(), type.cast(s.value()), s.written()))
                    : Optional.empty();
        }
    }

    /** A single value of a known type with its place. */
    record Value<T>(YamlPath path, T value, boolean written) {}
}
