package dev.coppice.model.bind;

import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YNode;

import java.util.LinkedHashMap;

/** Takes what is kept as it is written out of a document. */
public final class RawValues {

    private RawValues() {}

    /** A mapping; of a key that stands twice, the first. */
    public static RawValue.Fields of(YNode.YMap map) {
        var fields = new LinkedHashMap<String, RawValue>();
        map.entries().forEach(e -> fields.putIfAbsent(e.key().value(), value(e.value())));
        return new RawValue.Fields(fields);
    }

    private static RawValue value(YNode node) {
        return switch (node) {
            case YNode.YMap map -> of(map);
            case YNode.YSeq seq ->
                    new RawValue.Items(seq.items().stream().map(RawValues::value).toList());
            case YNode.YScalar s -> new RawValue.Scalar(type(s), s.value());
        };
    }

    private static RawValue.Type type(YNode.YScalar s) {
        return switch (s.type()) {
            case NULL -> RawValue.Type.NULL;
            case BOOL -> RawValue.Type.BOOL;
            case INT -> RawValue.Type.INT;
            case FLOAT -> RawValue.Type.FLOAT;
            case STRING -> RawValue.Type.TEXT;
        };
    }
}
