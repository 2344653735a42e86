package dev.coppice.model.loose;

import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rows of the table of fields, and values, in a text that is being written. */
public final class LooseFields {

    private final SpecSchema schema;
    private final LooseNode root;

    public LooseFields(SpecSchema schema, LooseNode root) {
        this.schema = schema;
        this.root = root;
    }

    /** The document. */
    public LooseNode root() {
        return root;
    }

    /**
     * The row that says what stands at a path; of a union's fields those of the kind that it is.
     */
    public Optional<Field> at(YamlPath path) {
        Field field = schema.root();
        Optional<LooseNode> node = Optional.of(root);
        for (YamlPath.Step step : path.steps()) {
            Optional<Field> next = step(field, step, node);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            field = next.get();
            node = node.flatMap(n -> child(n, step));
        }
        return Optional.of(field);
    }

    private Optional<Field> step(Field field, YamlPath.Step step, Optional<LooseNode> node) {
        boolean key = step instanceof YamlPath.Key;
        FieldType type = field.type();
        if (type instanceof FieldType.ListOf && !key || type instanceof FieldType.MapOf && key) {
            return schema.children(field).stream().findFirst();
        }
        if (step instanceof YamlPath.Key named
                && (type instanceof FieldType.Mapping || type instanceof FieldType.Union)) {
            return fields(field, node).stream()
                    .filter(f -> f.key().equals(named.name()))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** The fields of a record; of a union those of its kind, or of all kinds while it has none. */
    public List<Field> fields(Field record, Optional<LooseNode> node) {
        if (record.type() instanceof FieldType.Union union
                && node.orElse(null) instanceof LooseMap map) {
            Optional<String> variant =
                    union.variants().stream()
                            .map(FieldType.Variant::key)
                            .filter(key -> map.get(key).isPresent())
                            .findFirst();
            if (variant.isPresent()) {
                return schema.children(record, variant.get());
            }
        }
        return schema.children(record);
    }

    /** The node at a path. */
    public Optional<LooseNode> node(YamlPath path) {
        Optional<LooseNode> node = Optional.of(root);
        for (YamlPath.Step step : path.steps()) {
            node = node.flatMap(n -> child(n, step));
        }
        return node;
    }

    private static Optional<LooseNode> child(LooseNode node, YamlPath.Step step) {
        return switch (step) {
            case YamlPath.Key key ->
                    node instanceof LooseMap map ? map.get(key.name()) : Optional.empty();
            case YamlPath.Index index ->
                    node instanceof LooseList list && index.index() < list.items().size()
                            ? Optional.of(list.items().get(index.index()).value())
                            : Optional.empty();
        };
    }

    /** The mapping at a path; an empty list of entries when there is none. */
    public List<LooseNode.Entry> entries(Object... path) {
        return node(YamlPath.of(path)).orElse(null) instanceof LooseMap map
                ? map.entries()
                : List.of();
    }

    /** The items of the list at a path. */
    public List<LooseNode> items(Object... path) {
        return node(YamlPath.of(path)).orElse(null) instanceof LooseList list
                ? list.items().stream().map(LooseNode.Item::value).toList()
                : List.of();
    }

    /** The texts in the list at a path. */
    public List<LooseScalar> texts(Object... path) {
        return items(path).stream()
                .filter(LooseScalar.class::isInstance)
                .map(LooseScalar.class::cast)
                .toList();
    }

    /** What a key holds in each record of the list at a path. */
    public List<LooseScalar> column(String list, String key) {
        var found = new ArrayList<LooseScalar>();
        for (LooseNode item : items(list)) {
            if (item instanceof LooseMap map
                    && map.get(key).orElse(null) instanceof LooseScalar scalar) {
                found.add(scalar);
            }
        }
        return found;
    }
}
