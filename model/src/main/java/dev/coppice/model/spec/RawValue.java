package dev.coppice.model.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A value that is kept as it was written, for a target that knows what it means. */
public sealed interface RawValue {

    /**
     * A single value.
     *
     * @param type what YAML 1.2 makes of it
     * @param text its characters
     */
    record Scalar(Type type, String text) implements RawValue {}

    /** A list. */
    record Items(List<RawValue> items) implements RawValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order of the file. */
    record Fields(SequencedMap<String, RawValue> fields) implements RawValue {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** Nothing. */
        public static Fields none() {
            return new Fields(new LinkedHashMap<>());
        }
    }

    /** Types of single values. */
    enum Type {
        NULL,
        BOOL,
        INT,
        FLOAT,
        TEXT
    }
}
