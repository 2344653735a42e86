package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.input.Values;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;

/** What a new item, entry or record begins with: its required fields, still to be filled in. */
final class Starters {

    private final SpecSchema schema;

    Starters(SpecSchema schema) {
        this.schema = schema;
    }

    /** A value to begin with. */
    YamlValue of(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> new YamlValue.Text("");
            case FieldType.Int number -> Values.number(field.text().example());
            case FieldType.Bool bool -> new YamlValue.Bool(true);
            case FieldType.Choice choice -> new YamlValue.Text(choice.options().getFirst().value());
            case FieldType.ListOf list -> new YamlValue.Items(List.of());
            case FieldType.MapOf map -> new YamlValue.Fields(new LinkedHashMap<>());
            case FieldType.Union union -> of(field, union.variants().getFirst().key());
            case FieldType.Mapping mapping -> record(field, mapping);
            case FieldType.Raw raw -> new YamlValue.Fields(new LinkedHashMap<>());
        };
    }

    /** A record of one kind of a union. */
    YamlValue of(Field union, String variant) {
        var fields = new LinkedHashMap<String, YamlValue>();
        for (Field child : schema.children(union, variant)) {
            if (child.required()) {
                fields.put(child.key(), of(child));
            }
        }
        return new YamlValue.Fields(fields);
    }

    private YamlValue record(Field record, FieldType.Mapping mapping) {
        var fields = new LinkedHashMap<String, YamlValue>();
        for (Field child : schema.children(record)) {
            boolean chosen =
                    mapping.groups().stream()
                            .anyMatch(group -> group.keys().getFirst().equals(child.key()));
            if (child.required() || chosen && good(child)) {
                fields.put(child.key(), of(child));
            }
        }
        return new YamlValue.Fields(fields);
    }

    /** Of fields of which one must be there, the first is it when its beginning is a good value. */
    private static boolean good(Field field) {
        return field.type() instanceof FieldType.Bool;
    }
}
