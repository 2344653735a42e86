package dev.coppice.model.schema;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of fields, in the order in which people write a spec. Binder, form, completion,
 * JSON Schema, reference and diff read it; what is not in it does not exist.
 */
public final class SpecSchema {

    private final Field root;
    private final List<Field> fields;
    private final Map<String, List<Field>> byPath = new HashMap<>();
    private final Map<String, List<Field>> byParent = new HashMap<>();

    /** The table of version 1 of the spec. */
    public SpecSchema() {
        this(
                Stream.of(
                                SystemFields.rows(),
                                RegionFields.rows(),
                                UserFields.rows(),
                                SoftwareFields.rows(),
                                SystemdFields.rows(),
                                FileFields.rows(),
                                NetworkFields.rows(),
                                KernelFields.rows(),
                                StorageFields.rows(),
                                TargetFields.rows(),
                                CheckFields.rows(),
                                MachineFields.rows())
                        .flatMap(List::stream)
                        .toList());
    }

    private SpecSchema(List<Field> fields) {
        this.fields = fields;
        this.root = rootRow();
        for (Field field : fields) {
            byPath.computeIfAbsent(field.path(), p -> new ArrayList<>()).add(field);
            byParent.computeIfAbsent(field.parentPath(), p -> new ArrayList<>()).add(field);
        }
    }

    private static Field rootRow() {
        var table = new FieldTable(Section.SYSTEM);
        table.row("", FieldType.Mapping.plain(), "System");
        return table.fields().getFirst();
    }

    /** The document itself: a record whose fields are the top-level ones. */
    public Field root() {
        return root;
    }

    /** All rows in order, without the root. */
    public List<Field> fields() {
        return fields;
    }

    /** The sections in order. */
    public List<Section> sections() {
        return List.of(Section.values());
    }

    /** The top-level fields that a section shows. */
    public List<Field> topLevel(Section section) {
        return children(root).stream().filter(f -> f.section() == section).toList();
    }

    /** The rows one step below: a record's fields, a list's item row, a map's entry row. */
    public List<Field> children(Field parent) {
        return byParent.getOrDefault(parent.path(), List.of());
    }

    /** The fields of one variant of a union, its own key first. */
    public List<Field> children(Field union, String variant) {
        return children(union).stream()
                .filter(f -> f.variant().filter(variant::equals).isPresent())
                .toList();
    }

    /** The row of a list's items or of a map's entries. */
    public Field item(Field listOrMap) {
        return children(listOrMap).getFirst();
    }

    /** A record's field by its key. */
    public Optional<Field> child(Field parent, String key) {
        return children(parent).stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /** A row by its path, {@code users[].name}; the first one where variants share a path. */
    public Optional<Field> find(String path) {
        return path.isEmpty()
                ? Optional.of(root)
                : byPath.getOrDefault(path, List.of()).stream().findFirst();
    }

    /** A row by its path, which must be in the table. */
    public Field get(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no such field: " + path));
    }

    /** The row that says what stands at a place of a document. */
    public Optional<Field> at(YamlPath path) {
        return at(path, Optional.empty());
    }

    /** The same, with the document to tell which variant of a union is meant. */
    public Optional<Field> at(YamlPath path, Optional<YNode> document) {
        Field field = root;
        YamlPath here = YamlPath.ROOT;
        for (YamlPath.Step step : path.steps()) {
            Optional<Field> next = step(field, step, variantAt(field, here, document));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            field = next.get();
            here =
                    switch (step) {
                        case YamlPath.Key key -> here.key(key.name());
                        case YamlPath.Index index -> here.index(index.index());
                    };
        }
        return Optional.of(field);
    }

    /** The keys of the record at a place in the order of the table; empty where there is none. */
    public List<String> keysOf(YamlPath record) {
        return at(record)
                .filter(
                        field ->
                                field.type() instanceof FieldType.Mapping
                                        || field.type() instanceof FieldType.Union)
                .map(field -> children(field).stream().map(Field::key).distinct().toList())
                .orElse(List.of());
    }

    private Optional<Field> step(Field field, YamlPath.Step step, Optional<String> variant) {
        return switch (field.type()) {
            case FieldType.ListOf list when step instanceof YamlPath.Index ->
                    Optional.of(item(field));
            case FieldType.MapOf map when step instanceof YamlPath.Key -> Optional.of(item(field));
            case FieldType.Mapping mapping when step instanceof YamlPath.Key key ->
                    child(field, key.name());
            case FieldType.Union union when step instanceof YamlPath.Key key ->
                    variant.map(v -> children(field, v)).orElse(children(field)).stream()
                            .filter(f -> f.key().equals(key.name()))
                            .findFirst();
            // What stands inside a raw mapping is the mapping's affair.
            case FieldType.Raw raw -> Optional.of(field);
            default -> Optional.empty();
        };
    }

    private static Optional<String> variantAt(
            Field field, YamlPath path, Optional<YNode> document) {
        if (field.type() instanceof FieldType.Union union
                && document.flatMap(d -> d.at(path)).orElse(null) instanceof YNode.YMap map) {
            return union.variants().stream()
                    .map(FieldType.Variant::key)
                    .filter(key -> map.get(key).isPresent())
                    .findFirst();
        }
        return Optional.empty();
    }
}
