package dev.coppice.model.analysis;

import dev.coppice.model.bind.Bound;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads values of a tree that has been checked. */
final class Reading {

    private Reading() {}

    /** A text that is there, by itself or by default. */
    static String text(Bound.Fields fields, String key) {
        return optional(fields, key).orElseThrow();
    }

    static Optional<String> optional(Bound.Fields fields, String key) {
        return fields.text(key).map(Bound.Value::value);
    }

    static Optional<Boolean> flag(Bound.Fields fields, String key) {
        return fields.flag(key).map(Bound.Value::value);
    }

    /** A number that is there, by itself or by default. */
    static int number(Bound.Fields fields, String key) {
        return maybe(fields, key).orElseThrow();
    }

    static Optional<Integer> maybe(Bound.Fields fields, String key) {
        return fields.number(key).map(value -> Math.toIntExact(value.value()));
    }

    static List<String> texts(Bound.Fields fields, String key) {
        return fields.texts(key).stream().map(Bound.Value::value).toList();
    }

    /** The texts of a map. */
    static SortedMap<String, String> values(Bound.Fields map) {
        var values = new TreeMap<String, String>();
        map.entries().keySet().forEach(name -> values.put(name, text(map, name)));
        return values;
    }
}
