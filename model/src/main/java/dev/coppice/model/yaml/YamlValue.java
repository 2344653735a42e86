package dev.coppice.model.yaml;

import java.util.LinkedHashMap;
import java.util.List;

/** A value to write into a document: what it means, without a style. */
public sealed interface YamlValue {

    /** What a node means; of a key that stands twice, the last. */
    static YamlValue of(YNode node) {
        return switch (node) {
            case YNode.YSeq list -> new Items(list.items().stream().map(YamlValue::of).toList());
            case YNode.YMap map -> {
                var fields = new LinkedHashMap<String, YamlValue>();
                map.entries().forEach(e -> fields.put(e.key().value(), of(e.value())));
                yield new Fields(fields);
            }
            case YNode.YScalar scalar when scalar.asLong().isPresent() ->
                    new Int(scalar.asLong().getAsLong());
            case YNode.YScalar scalar when scalar.type() == YNode.YScalar.Type.BOOL ->
                    new Bool(Boolean.parseBoolean(scalar.value()));
            case YNode.YScalar scalar -> new Text(scalar.value());
        };
    }

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
