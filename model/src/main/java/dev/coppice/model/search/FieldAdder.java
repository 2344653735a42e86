package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds a field to a spec with the value of its example, and with what else a new record must have.
 * Inside lists and maps the record at the cursor takes it, else the first one, else a new one.
 */
public final class FieldAdder {

    private final SpecSchema schema;
    private final StarterValues starters;

    public FieldAdder(SpecSchema schema) {
        this.schema = schema;
        this.starters = new StarterValues(schema);
    }

    /**
     * What adds a field.
     *
     * @param document the spec as it stands
     * @param here where the cursor is
     */
    public Addition add(Field field, Optional<YNode> document, YamlPath here) {
        List<String> parts = FieldPlaces.parts(field);
        YamlPath path = YamlPath.ROOT;
        Optional<YNode> node = document;
        Field row = schema.root();
        int at = 0;
        // as far as the spec goes already
        while (at < parts.size()) {
            Optional<YamlPath> next = next(node, path, parts.get(at), here);
            boolean fits = at < parts.size() - 1 || !isOtherKind(field, node);
            if (next.isEmpty() || !fits) {
                break;
            }
            path = next.get();
            YamlPath found = path;
            node = document.flatMap(root -> root.at(found));
            row = step(row, parts.get(at), field);
            at++;
        }
        if (at < parts.size() && at > 0 && isOtherKind(field, node)) {
            // a record of another kind cannot take it: a new one beside it can
            at--;
            path = path.parent();
            YamlPath list = path;
            node = document.flatMap(root -> root.at(list));
            row = schema.get(row.parentPath());
        }
        return addition(field, parts.subList(at, parts.size()), row, path, node);
    }

    private static boolean isOtherKind(Field field, Optional<YNode> record) {
        return field.variant().isPresent()
                && record.orElse(null) instanceof YMap map
                && map.get(field.variant().get()).isEmpty();
    }

    private static Optional<YamlPath> next(
            Optional<YNode> node, YamlPath path, String part, YamlPath here) {
        int depth = path.steps().size();
        boolean inside =
                here.steps().size() > depth && here.steps().subList(0, depth).equals(path.steps());
        Optional<YamlPath.Step> atCursor =
                inside ? Optional.of(here.steps().get(depth)) : Optional.empty();
        return switch (node.orElse(null)) {
            case YSeq list when part.equals("[]") && !list.items().isEmpty() ->
                    Optional.of(
                            path.index(
                                    atCursor.orElse(null) instanceof YamlPath.Index i
                                            ? Math.min(i.index(), list.items().size() - 1)
                                            : 0));
            case YMap map when part.equals("*") && !map.entries().isEmpty() ->
                    Optional.of(
                            atCursor.orElse(null) instanceof YamlPath.Key key
                                            && map.get(key.name()).isPresent()
                                    ? path.key(key.name())
                                    : path.key(map.entries().getFirst().key().value()));
            case YMap map when map.get(part).isPresent() -> Optional.of(path.key(part));
            case null, default -> Optional.empty();
        };
    }

    private Field step(Field row, String part, Field target) {
        if (part.equals("[]") || part.equals("*")) {
            return schema.item(row);
        }
        return child(row, part, target);
    }

    private Field child(Field row, String key, Field target) {
        return schema.children(row).stream()
                .filter(f -> f.key().equals(key))
                .filter(f -> f.variant().equals(target.variant()) || f.variant().isEmpty())
                .findFirst()
                .orElseGet(() -> schema.child(row, key).orElse(target));
    }

    /** What is missing from a place on. */
    private Addition addition(
            Field field, List<String> missing, Field row, YamlPath path, Optional<YNode> node) {
        String label = "Add " + field.title().toLowerCase(Locale.ROOT);
        String part = missing.getFirst();
        YamlPath place = step(path, part, row);
        YamlPath end = place;
        Field below = step(row, part, field);
        Field last = below;
        for (String each : missing.subList(1, missing.size())) {
            end = step(end, each, last);
            last = step(last, each, field);
        }
        YamlValue value = value(below, missing.subList(1, missing.size()), field);
        if (part.equals("[]")) {
            int size = node.orElse(null) instanceof YSeq list ? list.items().size() : 0;
            YamlPath item = path.index(size);
            var steps = new java.util.ArrayList<>(item.steps());
            steps.addAll(end.steps().subList(place.steps().size(), end.steps().size()));
            return new Addition(label, new YamlOp.Insert(path, size, value), new YamlPath(steps));
        }
        return new Addition(label, new YamlOp.Set(place, value), end);
    }

    private static YamlPath step(YamlPath path, String part, Field parent) {
        return switch (part) {
            case "[]" -> path.index(0);
            case "*" -> path.key(StarterValues.keyOf(parent));
            default -> path.key(part);
        };
    }

    /** A value for a row that leads to the field at the end of some keys. */
    private YamlValue value(Field row, List<String> rest, Field target) {
        if (rest.isEmpty()) {
            return starters.of(row);
        }
        Field below = step(row, rest.getFirst(), target);
        YamlValue inner = value(below, rest.subList(1, rest.size()), target);
        if (rest.getFirst().equals("[]")) {
            return new YamlValue.Items(List.of(inner));
        }
        if (SpecSearch.isRecord(row.type())) {
            return new YamlValue.Fields(starters.record(row, target, rest.getFirst(), inner));
        }
        String key =
                row.type() instanceof FieldType.MapOf ? StarterValues.keyOf(row) : rest.getFirst();
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put(key, inner);
        return new YamlValue.Fields(fields);
    }
}
