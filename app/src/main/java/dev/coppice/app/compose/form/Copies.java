package dev.coppice.app.compose.form;

import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;

/** Writes a part of a document once more. */
final class Copies {

    private Copies() {}

    /** A copy of an item; what names it gets another name. */
    static YamlValue of(YNode node, FieldType.ListOf list) {
        YamlValue copy = of(node);
        if (copy instanceof YamlValue.Fields(LinkedHashMap<String, YamlValue> fields)) {
            var renamed = new LinkedHashMap<>(fields);
            list.identity().stream()
                    .findFirst()
                    .filter(key -> renamed.get(key) instanceof YamlValue.Text)
                    .ifPresent(
                            key ->
                                    renamed.computeIfPresent(
                                            key,
                                            (k, old) ->
                                                    new YamlValue.Text(
                                                            another(
                                                                    ((YamlValue.Text) old)
                                                                            .value()))));
            return new YamlValue.Fields(renamed);
        }
        return copy;
    }

    /** What a node means. */
    static YamlValue of(YNode node) {
        return switch (node) {
            case YScalar scalar -> of(scalar);
            case YNode.YSeq seq ->
                    new YamlValue.Items(seq.items().stream().map(Copies::of).toList());
            case YNode.YMap map -> {
                var fields = new LinkedHashMap<String, YamlValue>();
                map.entries().forEach(entry -> fields.put(entry.key().value(), of(entry.value())));
                yield new YamlValue.Fields(fields);
            }
        };
    }

    private static YamlValue of(YScalar scalar) {
        return switch (scalar.type()) {
            case INT ->
                    scalar.asLong().isPresent()
                            ? new YamlValue.Int(scalar.asLong().getAsLong())
                            : new YamlValue.Text(scalar.value());
            case BOOL -> new YamlValue.Bool(scalar.value().equalsIgnoreCase("true"));
            default -> new YamlValue.Text(scalar.value());
        };
    }

    /** {@code web} becomes {@code web-2}; a name with a suffix keeps it. */
    private static String another(String name) {
        int dot = name.lastIndexOf('.');
        boolean suffix = dot > name.lastIndexOf('/') + 1;
        return suffix ? name.substring(0, dot) + "-2" + name.substring(dot) : name + "-2";
    }
}
