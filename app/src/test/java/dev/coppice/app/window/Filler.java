package dev.coppice.app.window;

import dev.coppice.app.Ui;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Set;

/** Has a person make a spec like another one, value by value, in the form only. */
final class Filler {

    /** Lists of these are lines and not chips, or have a way of their own. */
    private static final Set<Shape> KEYS = Set.of(Shape.SSH_KEY);

    private final OpenProject open;
    private final Person person;
    private final SpecSchema schema = new SpecSchema();

    Filler(OpenProject open, Person person) {
        this.open = open;
        this.person = person;
    }

    void fill(YMap document) {
        for (Section section : Section.values()) {
            List<Field> fields =
                    schema.topLevel(section).stream()
                            .filter(field -> document.get(field.key()).isPresent())
                            .filter(field -> !field.key().equals("spec"))
                            .toList();
            if (!fields.isEmpty()) {
                person.section(section);
                fields.forEach(
                        field ->
                                fill(
                                        field,
                                        YamlPath.of(field.key()),
                                        document.get(field.key()).orElseThrow()));
            }
        }
    }

    private void fill(Field field, YamlPath path, YNode value) {
        switch (field.type()) {
            case FieldType.Mapping mapping -> record(field, path, (YMap) value);
            case FieldType.Union union -> throw new IllegalStateException(path.toString());
            case FieldType.ListOf list -> list(field, list, path, (YSeq) value);
            case FieldType.MapOf map -> map(field, path, (YMap) value);
            case FieldType.Raw raw -> throw new IllegalStateException(path.toString());
            default -> scalar(field, path, ((YScalar) value).value());
        }
    }

    private void record(Field field, YamlPath path, YMap value) {
        boolean optional = path.steps().size() > 1 && !field.isItem() && !field.isEntry();
        if (optional && !present(path)) {
            person.press(id(path) + "-add");
        }
        fields(schema.children(field), path, value);
    }

    private void fields(List<Field> fields, YamlPath path, YMap value) {
        for (Field child : fields) {
            value.get(child.key()).ifPresent(node -> fill(child, path.key(child.key()), node));
        }
    }

    private void list(Field field, FieldType.ListOf list, YamlPath path, YSeq value) {
        Field item = schema.item(field);
        String add = id(path) + "-add";
        for (int i = 0; i < value.items().size(); i++) {
            YNode each = value.items().get(i);
            YamlPath at = path.index(i);
            switch (item.type()) {
                case FieldType.Union union -> {
                    String kind = kind(union, (YMap) each);
                    int index = union.variants().indexOf(union.variant(kind).orElseThrow());
                    person.menu(add, index, union.variants().get(index).title());
                    fields(schema.children(item, kind), at, (YMap) each);
                }
                case FieldType.Mapping mapping -> {
                    person.press(add);
                    fields(schema.children(item), at, (YMap) each);
                }
                case FieldType.Text text when KEYS.contains(text.shape()) ->
                        throw new IllegalStateException("keys are added in a dialog");
                default -> person.add(add, ((YScalar) each).value());
            }
        }
    }

    private void map(Field field, YamlPath path, YMap value) {
        Field entry = schema.item(field);
        for (YNode.Entry each : value.entries()) {
            String key = each.key().value();
            person.add(id(path) + "-add", key);
            fill(entry, path.key(key), each.value());
        }
    }

    private void scalar(Field field, YamlPath path, String value) {
        if (current(path).equals(value)) {
            return;
        }
        String id = id(path);
        switch (field.type()) {
            case FieldType.Bool bool -> {
                String shown = present(path) ? current(path) : usual(field);
                if (!shown.equals(value)) {
                    person.turn(id);
                }
            }
            case FieldType.Choice choice ->
                    person.choose(
                            id,
                            choice.options().stream()
                                    .filter(option -> option.value().equals(value))
                                    .findFirst()
                                    .orElseThrow()
                                    .title());
            default -> person.write(id, value);
        }
    }

    private static String usual(Field field) {
        return field.defaultValue()
                .map(v -> v.toString().contains("true") ? "true" : "false")
                .orElse("false");
    }

    private static String kind(FieldType.Union union, YMap value) {
        return union.variants().stream()
                .map(FieldType.Variant::key)
                .filter(key -> value.get(key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private boolean present(YamlPath path) {
        return Ui.fx(
                () ->
                        open.fixture
                                .session
                                .analysis()
                                .tree()
                                .flatMap(tree -> tree.at(path))
                                .isPresent());
    }

    private String current(YamlPath path) {
        return Ui.fx(
                () ->
                        open.fixture
                                .session
                                .analysis()
                                .tree()
                                .flatMap(tree -> tree.at(path))
                                .filter(YScalar.class::isInstance)
                                .map(node -> ((YScalar) node).value())
                                .orElse(""));
    }

    private static String id(YamlPath path) {
        return "field-" + path.toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
