package dev.coppice.model.yaml;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a document means, by snakeyaml's own loading, and what a change must make of it, in plain
 * Java collections: shares no code with the patcher.
 */
final class OracleModel {

    private OracleModel() {}

    static Object load(String text) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return copy(new Load(settings).loadFromString(text));
    }

    /** A copy in which nothing is shared and all keys are texts. */
    static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), copy(v)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(v -> copy.add(copy(v)));
                yield copy;
            }
            case null -> null;
            default -> value;
        };
    }

    static Object of(YamlValue value) {
        return switch (value) {
            case YamlValue.Text t -> t.value();
            case YamlValue.Int i ->
                    i.value() == (int) i.value() ? (Object) (int) i.value() : (Object) i.value();
            case YamlValue.Bool b -> b.value();
            case YamlValue.Items s ->
                    new ArrayList<>(s.items().stream().map(OracleModel::of).toList());
            case YamlValue.Fields f -> {
                var map = new LinkedHashMap<String, Object>();
                f.fields().forEach((k, v) -> map.put(k, of(v)));
                yield map;
            }
        };
    }

    /** Changes a loaded document; the ops are known to make sense. */
    static Object apply(Object root, YamlOp op) {
        return switch (op) {
            case YamlOp.Set set -> set(root, set.path().steps(), of(set.value()));
            case YamlOp.Insert insert -> {
                Object list = get(root, insert.list());
                if (list instanceof List<?>) {
                    items(list).add(insert.index(), of(insert.value()));
                    yield root;
                }
                var fresh = new ArrayList<Object>(List.of(of(insert.value())));
                yield set(root, insert.list().steps(), fresh);
            }
            case YamlOp.Remove remove -> {
                Object parent = get(root, remove.path().parent());
                switch (remove.path().steps().getLast()) {
                    case YamlPath.Key key -> fields(parent).remove(key.name());
                    case YamlPath.Index index -> items(parent).remove(index.index());
                }
                yield root;
            }
            case YamlOp.Rename rename -> {
                Map<String, Object> map = fields(get(root, rename.path().parent()));
                var entries = new LinkedHashMap<>(map);
                map.clear();
                String old = ((YamlPath.Key) rename.path().steps().getLast()).name();
                entries.forEach((k, v) -> map.put(k.equals(old) ? rename.key() : k, v));
                yield root;
            }
            case YamlOp.RemoveDuplicate remove -> throw new IllegalArgumentException();
        };
    }

    static Object get(Object root, YamlPath path) {
        Object node = root;
        for (YamlPath.Step step : path.steps()) {
            node =
                    switch (step) {
                        case YamlPath.Key key ->
                                node instanceof Map<?, ?> m ? m.get(key.name()) : null;
                        case YamlPath.Index index ->
                                node instanceof List<?> l && index.index() < l.size()
                                        ? l.get(index.index())
                                        : null;
                    };
        }
        return node;
    }

    private static Object set(Object node, List<YamlPath.Step> steps, Object value) {
        if (steps.isEmpty()) {
            return value;
        }
        List<YamlPath.Step> rest = steps.subList(1, steps.size());
        switch (steps.getFirst()) {
            case YamlPath.Key key -> {
                Map<String, Object> map = node == null ? new LinkedHashMap<>() : fields(node);
                map.put(key.name(), set(map.get(key.name()), rest, value));
                return map;
            }
            case YamlPath.Index index -> {
                List<Object> list = items(node);
                list.set(index.index(), set(list.get(index.index()), rest, value));
                return list;
            }
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Object> items(Object node) {
        return (List<Object>) node;
    }
}
