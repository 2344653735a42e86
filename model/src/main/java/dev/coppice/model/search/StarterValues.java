package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values to begin with: those of the examples in the table of fields. */
final class StarterValues {

    private final SpecSchema schema;
    private final YamlParser parser = new YamlParser();

    StarterValues(SpecSchema schema) {
        this.schema = schema;
    }

    /**
     * The field's example, or the simplest value of its type. A list of names of other records is
     * empty: what the example names is not there.
     */
    YamlValue of(Field field) {
        if (field.type() instanceof FieldType.ListOf
                && schema.item(field).relations().names().isPresent()) {
            return simplest(field);
        }
        Optional<YNode> example = parser.parse(new SpecText(field.text().example())).root();
        return example.map(YamlValue::of).orElseGet(() -> simplest(field));
    }

    private YamlValue simplest(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> new YamlValue.Text(field.text().placeholder());
            case FieldType.Int number -> new YamlValue.Int(number.min());
            case FieldType.Bool bool -> new YamlValue.Bool(true);
            case FieldType.Choice choice -> new YamlValue.Text(choice.values().getFirst());
            case FieldType.ListOf list -> new YamlValue.Items(List.of());
            case FieldType.MapOf map -> new YamlValue.Fields(new LinkedHashMap<>());
            case FieldType.Raw raw -> new YamlValue.Fields(new LinkedHashMap<>());
            case FieldType.Mapping mapping -> new YamlValue.Fields(required(field, field));
            case FieldType.Union union -> new YamlValue.Fields(required(field, field));
        };
    }

    /** The record with one of its keys, and what a new record must have besides. */
    LinkedHashMap<String, YamlValue> record(
            Field record, Field target, String key, YamlValue value) {
        Map<String, YamlValue> besides = required(record, target);
        var fields = new LinkedHashMap<String, YamlValue>();
        for (Field child : children(record, target)) {
            Optional.ofNullable(child.key().equals(key) ? value : besides.get(child.key()))
                    .ifPresent(v -> fields.put(child.key(), v));
        }
        return fields;
    }

    /**
     * What a new record must have besides the target: its required fields, of the groups of which
     * one key is enough the first, unless the target is one of them, and what these and the target
     * want beside them.
     */
    private LinkedHashMap<String, YamlValue> required(Field record, Field target) {
        var fields = new LinkedHashMap<String, YamlValue>();
        Set<String> wanted = new HashSet<>();
        if (target.parentPath().equals(record.path())) {
            wanted.addAll(target.relations().companions());
        }
        for (Field child : children(record, target)) {
            boolean kind = child.variant().equals(target.variant());
            boolean tellsKind =
                    record.type() instanceof FieldType.Union
                            && target.variant().filter(child.key()::equals).isPresent();
            boolean chosen =
                    record.type() instanceof FieldType.Mapping mapping
                            && mapping.groups().stream()
                                    .filter(g -> g.keys().getFirst().equals(child.key()))
                                    .anyMatch(g -> !g.keys().contains(target.key()));
            boolean companion = wanted.contains(child.key());
            if (child.required() && kind || tellsKind || chosen || companion) {
                fields.put(child.key(), of(child));
                wanted.addAll(child.relations().companions());
            }
        }
        return fields;
    }

    private List<Field> children(Field record, Field target) {
        return target.variant().isPresent() && record.type() instanceof FieldType.Union
                ? schema.children(record, target.variant().get())
                : schema.children(record);
    }

    /** A key to begin with in a map of names of one's own. */
    static String keyOf(Field map) {
        FieldType.EntryKey key = ((FieldType.MapOf) map.type()).key();
        return !key.placeholder().isEmpty() || key.suggestions().isEmpty()
                ? key.placeholder()
                : key.suggestions().getFirst();
    }
}
