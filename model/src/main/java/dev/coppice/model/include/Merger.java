package dev.coppice.model.include;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays one file over another: mappings are merged deeply, single values of the upper file win,
 * lists are joined, the lower file's items first. Records that are the same one by the table of
 * fields, such as users by name, are merged.
 */
final class Merger {

    /** Says which files there are, not what the system is. */
    static final String INCLUDES = "includes";

    private final SpecSchema schema;

    Merger(SpecSchema schema) {
        this.schema = schema;
    }

    /** Two files, or what was merged of some. */
    Sourced merge(Sourced lower, Sourced upper) {
        return merge(Optional.of(schema.root()), lower, upper);
    }

    private Sourced merge(Optional<Field> field, Sourced lower, Sourced upper) {
        if (lower.node() instanceof YMap below && upper.node() instanceof YMap above) {
            return maps(field, lower, below, upper, above);
        }
        if (lower.node() instanceof YSeq below && upper.node() instanceof YSeq above) {
            return lists(field, lower, below, upper, above);
        }
        boolean silent = upper.node() instanceof YScalar s && s.type() == YScalar.Type.NULL;
        return silent && !(lower.node() instanceof YScalar) ? lower : upper;
    }

    private Sourced maps(
            Optional<Field> field, Sourced lower, YMap below, Sourced upper, YMap above) {
        Map<String, YNode.Entry> over = firsts(above);
        Set<String> excluded = excluded(field, over.keySet());
        boolean top = field.filter(f -> f == schema.root()).isPresent();
        var entries = new ArrayList<YNode.Entry>();
        var parts = new HashMap<YamlPath.Step, Sourced>();
        for (YNode.Entry entry : firsts(below).values()) {
            String key = entry.key().value();
            YamlPath.Step step = new YamlPath.Key(key);
            if (excluded.contains(key) || top && key.equals(INCLUDES)) {
                continue;
            }
            Sourced part = lower.child(step, entry.value());
            YNode.Entry same = over.remove(key);
            if (same != null) {
                part = merge(child(field, key), part, upper.child(step, same.value()));
            }
            entries.add(new YNode.Entry(entry.key(), part.node()));
            parts.put(step, part);
        }
        for (YNode.Entry entry : over.values()) {
            YamlPath.Step step = new YamlPath.Key(entry.key().value());
            Sourced part = upper.child(step, entry.value());
            entries.add(new YNode.Entry(entry.key(), part.node()));
            parts.put(step, part);
        }
        return new Sourced(new YMap(entries, above.flow(), above.range()), upper.source(), parts);
    }

    /** Duplicate keys are the parser's finding; the first one counts. */
    private static Map<String, YNode.Entry> firsts(YMap map) {
        var firsts = new LinkedHashMap<String, YNode.Entry>();
        map.entries().forEach(entry -> firsts.putIfAbsent(entry.key().value(), entry));
        return firsts;
    }

    /** Of keys that exclude each other the upper file's is meant. */
    private static Set<String> excluded(Optional<Field> field, Set<String> upper) {
        var excluded = new HashSet<String>();
        if (field.isPresent() && field.get().type() instanceof FieldType.Mapping mapping) {
            mapping.groups().stream()
                    .filter(FieldType.KeyGroup::exclusive)
                    .filter(group -> group.keys().stream().anyMatch(upper::contains))
                    .forEach(group -> excluded.addAll(group.keys()));
            excluded.removeAll(upper);
        }
        return excluded;
    }

    private Sourced lists(
            Optional<Field> field, Sourced lower, YSeq below, Sourced upper, YSeq above) {
        var joined = new ArrayList<Sourced>();
        var byIdentity = new HashMap<List<String>, Integer>();
        for (int i = 0; i < below.items().size(); i++) {
            YNode item = below.items().get(i);
            int place = joined.size();
            identity(field, item).ifPresent(id -> byIdentity.putIfAbsent(id, place));
            joined.add(lower.child(new YamlPath.Index(i), item));
        }
        for (int i = 0; i < above.items().size(); i++) {
            YNode item = above.items().get(i);
            Sourced part = upper.child(new YamlPath.Index(i), item);
            Optional<Integer> same = identity(field, item).map(byIdentity::remove);
            if (same.isEmpty()) {
                joined.add(part);
            } else if (item instanceof YMap) {
                Sourced merged = merge(field.map(schema::item), joined.get(same.get()), part);
                joined.set(same.get(), merged);
            }
        }
        var parts = new HashMap<YamlPath.Step, Sourced>();
        for (int i = 0; i < joined.size(); i++) {
            parts.put(new YamlPath.Index(i), joined.get(i));
        }
        List<YNode> items = joined.stream().map(Sourced::node).toList();
        return new Sourced(new YSeq(items, above.flow(), above.range()), upper.source(), parts);
    }

    /** What makes an item the same one; empty when nothing does. */
    private static Optional<List<String>> identity(Optional<Field> field, YNode item) {
        if (field.isEmpty()
                || !(field.get().type() instanceof FieldType.ListOf list)
                || !list.unique()) {
            return Optional.empty();
        }
        return switch (item) {
            case YScalar s -> Optional.of(List.of(s.value()));
            case YMap map when map.get(list.identity().getFirst()).isPresent() ->
                    Optional.of(list.identity().stream().map(key -> text(map, key)).toList());
            default -> Optional.empty();
        };
    }

    private static String text(YMap map, String key) {
        return map.get(key).orElse(null) instanceof YScalar s ? s.value() : "";
    }

    private Optional<Field> child(Optional<Field> field, String key) {
        return field.flatMap(
                f ->
                        switch (f.type()) {
                            case FieldType.Mapping mapping -> schema.child(f, key);
                            case FieldType.MapOf map -> Optional.of(schema.item(f));
                            default -> Optional.empty();
                        });
    }
}
