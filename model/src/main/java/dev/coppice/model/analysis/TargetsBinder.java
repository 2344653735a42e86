package dev.coppice.model.analysis;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.spec.Targets;
import dev.coppice.model.yaml.YNode;

import java.util.LinkedHashMap;

/** Binds what is kept as it is written. */
final class TargetsBinder {

    private TargetsBinder() {}

    static Targets targets(Bound.Fields targets) {
        return new Targets(raw(targets, "nixos"), raw(targets, "kairos"));
    }

    private static RawValue.Fields raw(Bound.Fields targets, String key) {
        return targets.raw(key).map(TargetsBinder::fields).orElseGet(RawValue.Fields::none);
    }

    private static RawValue value(YNode node) {
        return switch (node) {
            case YNode.YMap map -> fields(map);
            case YNode.YSeq seq ->
                    new RawValue.Items(seq.items().stream().map(TargetsBinder::value).toList());
            case YNode.YScalar s -> new RawValue.Scalar(type(s), s.value());
        };
    }

    private static RawValue.Fields fields(YNode.YMap map) {
        var fields = new LinkedHashMap<String, RawValue>();
        map.entries().forEach(e -> fields.putIfAbsent(e.key().value(), value(e.value())));
        return new RawValue.Fields(fields);
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
