package dev.coppice.model.bind;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in what is not written: fixed values, and records that have some. */
final class Defaults {

    private final SpecSchema schema;

    Defaults(SpecSchema schema) {
        this.schema = schema;
    }

    void fill(List<Field> fields, Set<String> present, YamlPath path, Map<String, Bound> bound) {
        for (Field field : fields) {
            if (present.contains(field.key())) {
                continue;
            }
            YamlPath at = path.key(field.key());
            field.defaultValue()
                    .map(value -> new Bound.Scalar(at, scalar(value), false))
                    .ifPresent(value -> bound.put(field.key(), value));
            if (field.type() instanceof FieldType.Mapping && anyDefault(field)) {
                var inner = new LinkedHashMap<String, Bound>();
                fill(schema.children(field), Set.of(), at, inner);
                bound.put(field.key(), new Bound.Fields(at, inner, Set.of()));
            }
        }
    }

    private boolean anyDefault(Field record) {
        return schema.children(record).stream().anyMatch(f -> f.defaultValue().isPresent());
    }

    private static Object scalar(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> text.value();
            case YamlValue.Int number -> number.value();
            case YamlValue.Bool bool -> bool.value();
            default -> throw new IllegalArgumentException("not a single value: " + value);
        };
    }
}
