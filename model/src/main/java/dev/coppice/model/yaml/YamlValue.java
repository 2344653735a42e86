package dev.coppice.model.yaml;

import java.util.LinkedHashMap;
import java.util.List;

/** A value to write into a document: what it means, without a style. */
public sealed interface YamlValue {

    /** A text; quoted or set as a block when it must be. */
    record Text(String value) implements YamlValue {}

    /** A whole number. */
    record Int(long value) implements YamlValue {}

    /** True or false. */
    record Bool(boolean value) implements YamlValue {}

    /** A list. */
    record Items(List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping in order. */
    record Fields(LinkedHashMap<String, YamlValue> fields) implements YamlValue {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }
    }
}
