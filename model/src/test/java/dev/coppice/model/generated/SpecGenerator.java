package dev.coppice.model.generated;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random specs from the table of fields: each has the structure that the table asks for. */
public final class SpecGenerator {

    private static final List<String> WORDS =
            List.of(
                    "yes",
                    "0644",
                    "22:22",
                    "a: b",
                    "# no comment",
                    " lead",
                    "it's \"so\"",
                    "日本 🌳",
                    "- dash",
                    "~",
                    "null",
                    "1e3");

    private static final List<String> LINES =
            List.of("one\ntwo\n", "a\n\n  b: c # d\n", "no end", "\tindented\nby tab\n");

    private final SpecSchema schema;
    private final Random random;

    public SpecGenerator(SpecSchema schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    /** The text of a spec, in one of the many ways in which people write it. */
    public String text() {
        return new StyledYaml(random).write(tree());
    }

    /** A spec without a style. */
    public YamlValue.Fields tree() {
        return record(schema.children(schema.root()), List.of(), 25);
    }

    /** A value that a field takes. */
    public YamlValue value(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> text(field, text);
            case FieldType.Int number -> new YamlValue.Int(number(number));
            case FieldType.Bool bool -> new YamlValue.Bool(random.nextBoolean());
            case FieldType.Choice choice -> new YamlValue.Text(pick(choice.values()));
            case FieldType.ListOf list -> items(field);
            case FieldType.MapOf map -> entries(field, map);
            case FieldType.Mapping mapping -> record(schema.children(field), mapping.groups(), 45);
            case FieldType.Raw raw -> raw(2);
            case FieldType.Union union ->
                    record(
                            schema.children(
                                    field,
                                    pick(
                                            union.variants().stream()
                                                    .map(FieldType.Variant::key)
                                                    .toList())),
                            List.of(),
                            50);
        };
    }

    private YamlValue.Fields record(
            List<Field> fields, List<FieldType.KeyGroup> groups, int percent) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Field field : fields) {
            if (field.required() || random.nextInt(100) < percent) {
                wanted.add(field.key());
            }
        }
        for (FieldType.KeyGroup group : groups) {
            if (group.exclusive()) {
                group.keys().forEach(wanted::remove);
            }
            wanted.add(pick(group.keys()));
        }
        var order = new ArrayList<>(fields);
        if (random.nextInt(4) == 0) {
            Collections.shuffle(order, random);
        }
        var record = new LinkedHashMap<String, YamlValue>();
        for (Field field : order) {
            if (wanted.contains(field.key())) {
                record.put(field.key(), value(field));
            }
        }
        return new YamlValue.Fields(record);
    }

    private YamlValue items(Field list) {
        var items = new LinkedHashSet<YamlValue>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            items.add(value(schema.item(list)));
        }
        return new YamlValue.Items(List.copyOf(items));
    }

    private YamlValue entries(Field map, FieldType.MapOf type) {
        var keys = new ArrayList<>(type.key().suggestions());
        keys.add(type.key().placeholder());
        var entries = new LinkedHashMap<String, YamlValue>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            entries.put(pick(keys), value(schema.item(map)));
        }
        return new YamlValue.Fields(entries);
    }

    private YamlValue raw(int depth) {
        var fields = new LinkedHashMap<String, YamlValue>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) {
            fields.put(
                    pick(List.of("services.x.enable", "install", "a b", "key")),
                    switch (random.nextInt(depth > 0 ? 4 : 3)) {
                        case 0 -> new YamlValue.Int(random.nextInt(100));
                        case 1 -> new YamlValue.Bool(random.nextBoolean());
                        case 2 -> new YamlValue.Text(pick(WORDS));
                        default -> raw(depth - 1);
                    });
        }
        return new YamlValue.Fields(fields);
    }

    private long number(FieldType.Int type) {
        return switch (random.nextInt(4)) {
            case 0 -> type.min();
            case 1 -> type.max();
            default -> type.min() + (long) (random.nextDouble() * (type.max() - type.min()));
        };
    }

    private YamlValue text(Field field, FieldType.Text type) {
        if (type.numbersToo() && random.nextInt(3) == 0) {
            long most = Math.min(type.shape().numbers().max(), 60000);
            return new YamlValue.Int(1 + (long) (random.nextDouble() * (most - 1)));
        }
        var all = new ArrayList<>(type.suggestions());
        all.add(field.text().placeholder());
        all.add(example(field));
        if (type.shape() == Shape.ANY || type.shape() == Shape.SOME_TEXT) {
            all.addAll(WORDS);
            all.addAll(LINES);
        } else if (type.shape() == Shape.LINE) {
            all.addAll(WORDS);
        }
        return new YamlValue.Text(pick(all.stream().filter(type.shape()::matches).toList()));
    }

    private static String example(Field field) {
        return new YamlParser()
                .parse(new SpecText("a: " + field.text().example() + "\n"))
                .root()
                .map(root -> ((YNode.YMap) root).get("a").orElseThrow())
                .filter(YNode.YScalar.class::isInstance)
                .map(node -> ((YNode.YScalar) node).value())
                .orElseThrow();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
