package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.FormNode.Entries;
import dev.coppice.app.compose.form.FormNode.Group;
import dev.coppice.app.compose.form.FormNode.Item;
import dev.coppice.app.compose.form.FormNode.Items;
import dev.coppice.app.compose.form.FormNode.Kinds;
import dev.coppice.app.compose.form.FormNode.RawPart;
import dev.coppice.app.compose.form.FormNode.Strange;
import dev.coppice.app.compose.form.FormNode.Value;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the field table over a document: what the form shows. */
final class FormBuilder {

    private final SpecSchema schema;
    private final Optional<YNode> root;
    private final SpecText text;
    private final Map<YamlPath, List<Diagnostic>> findings = new HashMap<>();

    /** What was found in the names of entries, and not in what they name. */
    private final Map<YamlPath, List<Diagnostic>> ofNames = new HashMap<>();

    FormBuilder(SpecSchema schema, FormDocument document) {
        this.schema = schema;
        this.root = document.tree();
        this.text = document.text();
        for (Diagnostic each : document.diagnostics()) {
            (isOfName(each) ? ofNames : findings)
                    .computeIfAbsent(each.path(), p -> new ArrayList<>())
                    .add(each);
        }
    }

    /** The top-level parts of a section. */
    List<FormNode> section(Section section) {
        return schema.topLevel(section).stream()
                .sorted(Comparator.comparing(FormBuilder::fixed))
                .map(field -> node(field, YamlPath.of(field.key())))
                .toList();
    }

    /** What was found in keys of the document that no field stands for. */
    List<Diagnostic> unknown() {
        return withUnknown(YamlPath.ROOT, root, schema.children(schema.root()));
    }

    /** What can have one value only is no question, and stands last. */
    private static boolean fixed(Field field) {
        return field.type() instanceof FieldType.Int number && number.min() == number.max();
    }

    private FormNode node(Field field, YamlPath path) {
        Optional<YNode> node = root.flatMap(r -> r.at(path)).filter(n -> !isNull(n));
        boolean present = root.flatMap(r -> r.at(path)).isPresent();
        return switch (field.type()) {
            case FieldType.Mapping mapping when fits(node, YMap.class) ->
                    new Group(
                            field,
                            path,
                            present,
                            below(schema.children(field), path),
                            withUnknown(path, node, schema.children(field)));
            case FieldType.Raw raw when fits(node, YMap.class) ->
                    new RawPart(
                            field,
                            path,
                            present,
                            node.map(n -> RawText.lines(text, n)).orElse(""),
                            atOrBelow(path));
            case FieldType.Union union when fits(node, YMap.class) ->
                    kinds(field, union, path, node);
            case FieldType.ListOf list when fits(node, YSeq.class) ->
                    new Items(field, list, path, present, items(field, list, path, node), at(path));
            case FieldType.MapOf map when fits(node, YMap.class) ->
                    new Entries(field, map, path, present, entries(field, path, node), at(path));
            case FieldType.Mapping m -> strange(field, path);
            case FieldType.Union u -> strange(field, path);
            case FieldType.Raw r -> strange(field, path);
            case FieldType.ListOf l -> strange(field, path);
            case FieldType.MapOf m -> strange(field, path);
            case FieldType.Text t -> value(field, path, node, present);
            case FieldType.Int i -> value(field, path, node, present);
            case FieldType.Bool b -> value(field, path, node, present);
            case FieldType.Choice c -> value(field, path, node, present);
        };
    }

    private FormNode value(Field field, YamlPath path, Optional<YNode> node, boolean present) {
        if (!fits(node, YScalar.class)) {
            return strange(field, path);
        }
        String text = node.map(n -> ((YScalar) n).value()).orElse("");
        return new Value(field, path, present, text, at(path));
    }

    private FormNode strange(Field field, YamlPath path) {
        return new Strange(field, path, true, atOrBelow(path));
    }

    private Kinds kinds(Field field, FieldType.Union union, YamlPath path, Optional<YNode> node) {
        String variant =
                union.variants().stream()
                        .map(FieldType.Variant::key)
                        .filter(key -> node.isPresent() && ((YMap) node.get()).get(key).isPresent())
                        .findFirst()
                        .orElse("");
        List<Field> fields = variant.isEmpty() ? List.of() : schema.children(field, variant);
        return new Kinds(
                field,
                union,
                path,
                node.isPresent(),
                variant,
                below(fields, path),
                withUnknown(path, node, fields));
    }

    private List<FormNode> below(List<Field> fields, YamlPath path) {
        return fields.stream().map(field -> node(field, path.key(field.key()))).toList();
    }

    private List<Item> items(
            Field list, FieldType.ListOf type, YamlPath path, Optional<YNode> node) {
        var items = new ArrayList<Item>();
        int size = node.map(n -> ((YSeq) n).items().size()).orElse(0);
        for (int i = 0; i < size; i++) {
            FormNode content = node(schema.item(list), path.index(i));
            items.add(new Item(title(content, type, i), content));
        }
        return items;
    }

    private List<Item> entries(Field map, YamlPath path, Optional<YNode> node) {
        if (node.isEmpty()) {
            return List.of();
        }
        return ((YMap) node.get())
                .entries().stream()
                        .map(entry -> path.key(entry.key().value()))
                        .distinct()
                        .map(at -> entry(map, at))
                        .toList();
    }

    private Item entry(Field map, YamlPath path) {
        String name = ((YamlPath.Key) path.steps().getLast()).name();
        return new Item(name, node(schema.item(map), path), ofNames.getOrDefault(path, List.of()));
    }

    private boolean isOfName(Diagnostic found) {
        YamlPath path = found.path();
        return schema.at(path, root).filter(Field::isEntry).isPresent()
                && root.flatMap(r -> r.at(path.parent()))
                        .filter(YMap.class::isInstance)
                        .flatMap(map -> key((YMap) map, path))
                        .filter(name -> isWithin(found.range(), name))
                        .isPresent();
    }

    private static Optional<TextRange> key(YMap map, YamlPath path) {
        return map.entries().stream()
                .map(YNode.Entry::key)
                .filter(key -> path.equals(path.parent().key(key.value())))
                .map(YNode::range)
                .findFirst();
    }

    private static boolean isWithin(TextRange range, TextRange name) {
        return range.start() >= name.start() && range.end() <= name.end();
    }

    private String title(FormNode content, FieldType.ListOf type, int index) {
        return switch (content) {
            case Value value -> value.text();
            case Kinds kinds when !kinds.variant().isEmpty() ->
                    kinds.type().variant(kinds.variant()).orElseThrow().title()
                            + text(kinds.path().key(kinds.variant()))
                                    .filter(value -> !value.isBlank())
                                    .map(value -> " · " + value)
                                    .orElse("");
            default ->
                    type.titleKeys().stream()
                            .map(key -> text(content.path().key(key)).orElse(""))
                            .filter(title -> !title.isBlank())
                            .findFirst()
                            .orElse(capital(type.noun()) + " " + (index + 1));
        };
    }

    private Optional<String> text(YamlPath path) {
        return root.flatMap(r -> r.at(path))
                .filter(YScalar.class::isInstance)
                .map(n -> ((YScalar) n).value());
    }

    private List<Diagnostic> at(YamlPath path) {
        return findings.getOrDefault(path, List.of());
    }

    private List<Diagnostic> atOrBelow(YamlPath path) {
        int depth = path.steps().size();
        return findings.entrySet().stream()
                .filter(
                        e ->
                                e.getKey().steps().size() >= depth
                                        && e.getKey()
                                                .steps()
                                                .subList(0, depth)
                                                .equals(path.steps()))
                .flatMap(e -> e.getValue().stream())
                .toList();
    }

    /** What is said of keys that no field stands for is said at their record. */
    private List<Diagnostic> withUnknown(YamlPath path, Optional<YNode> node, List<Field> known) {
        var all = new ArrayList<>(at(path));
        if (node.isPresent() && node.get() instanceof YMap map) {
            for (YNode.Entry entry : map.entries()) {
                String key = entry.key().value();
                if (known.stream().noneMatch(field -> field.key().equals(key))) {
                    all.addAll(atOrBelow(path.key(key)));
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private static boolean fits(Optional<YNode> node, Class<? extends YNode> kind) {
        return node.isEmpty() || kind.isInstance(node.get());
    }

    private static boolean isNull(YNode node) {
        return node instanceof YScalar scalar && scalar.type() == YScalar.Type.NULL;
    }

    private static String capital(String noun) {
        return noun.isEmpty()
                ? noun
                : noun.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + noun.substring(1);
    }
}
