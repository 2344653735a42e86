package dev.coppice.model.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * What a document means, by snakeyaml's own composing, in plain values: {@link String}, {@link
 * Long}, {@link Double}, {@link Boolean}, null, {@link List} and {@link Pairs}. Shares no code with
 * the parser and the patcher.
 */
final class OracleModel {

    private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

    private OracleModel() {}

    /** A mapping: entries in order, the same key perhaps several times. */
    record Pairs(List<Pair> pairs) {

        /** The first value of a key, which may be null; null too when there is none. */
        Object get(String key) {
            int at = indexOf(key);
            return at < 0 ? null : pairs.get(at).value();
        }

        int indexOf(String key) {
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        List<String> keys() {
            return pairs.stream().map(Pair::key).toList();
        }
    }

    /**
     * An entry.
     *
     * @param merged whether it comes from a merge key
     */
    record Pair(String key, Object value, boolean merged) {}

    private static Node compose(String text) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new Compose(settings).composeString(text).orElse(null);
    }

    static Object load(String text) {
        Node root = compose(text);
        return root == null ? null : value(root);
    }

    private static Object value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list -> list(list.getValue().stream().map(n -> value(n)).toList());
            case MappingNode map -> pairs(map);
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    /** An unmodifiable list that may hold null. */
    static List<Object> list(List<?> items) {
        return Collections.unmodifiableList(new ArrayList<Object>(items));
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        boolean standard = tag.getValue().startsWith("tag:yaml.org,2002:");
        if (!plain || tag.equals(Tag.STR) || tag.getValue().equals("!")) {
            return text;
        }
        Tag type = standard ? tag : RESOLVER.resolve(text, true);
        if (type.equals(Tag.NULL)) {
            return null;
        } else if (type.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        } else if (type.equals(Tag.INT)) {
            return Long.decode(text);
        } else if (type.equals(Tag.FLOAT)) {
            return Double.valueOf(text);
        }
        return text;
    }

    /** Merge keys are resolved by snakeyaml: what it merges has its key elsewhere. */
    private static Pairs pairs(MappingNode node) {
        var pairs = new ArrayList<Pair>();
        for (NodeTuple tuple : node.getValue()) {
            ScalarNode key = (ScalarNode) tuple.getKeyNode();
            boolean merged =
                    !holds(node, key)
                            || node.getValue().stream().anyMatch(t -> holds(t.getValueNode(), key));
            pairs.add(new Pair(key.getValue(), value(tuple.getValueNode()), merged));
        }
        return new Pairs(pairs);
    }

    private static boolean holds(Node node, Node key) {
        int at = key.getStartMark().orElseThrow().getIndex();
        return !(node instanceof ScalarNode)
                && node.getStartMark().orElseThrow().getIndex() <= at
                && at < node.getEndMark().orElseThrow().getIndex();
    }

    static Object of(YamlValue value) {
        return switch (value) {
            case YamlValue.Text t -> t.value();
            case YamlValue.Int i -> i.value();
            case YamlValue.Bool b -> b.value();
            case YamlValue.Items s -> list(s.items().stream().map(OracleModel::of).toList());
            case YamlValue.Fields f -> {
                var pairs = new ArrayList<Pair>();
                f.fields().forEach((k, v) -> pairs.add(new Pair(k, of(v), false)));
                yield new Pairs(pairs);
            }
        };
    }

    static Object get(Object root, YamlPath path) {
        Object node = root;
        for (YamlPath.Step step : path.steps()) {
            node =
                    switch (step) {
                        case YamlPath.Key key -> node instanceof Pairs m ? m.get(key.name()) : null;
                        case YamlPath.Index index ->
                                node instanceof List<?> l && index.index() < l.size()
                                        ? l.get(index.index())
                                        : null;
                    };
        }
        return node;
    }

    /**
     * Whether the collection at a path, which leads through no alias, has a line for each child.
     */
    static boolean hasLines(String text, YamlPath path) {
        Node node = compose(text);
        for (YamlPath.Step step : path.steps()) {
            node =
                    switch (step) {
                        case YamlPath.Key key ->
                                ((MappingNode) node)
                                        .getValue().stream()
                                                .filter(t -> isNamed(t, key.name()))
                                                .map(NodeTuple::getValueNode)
                                                .findFirst()
                                                .orElse(null);
                        case YamlPath.Index index ->
                                ((SequenceNode) node).getValue().get(index.index());
                    };
            if (node == null) {
                return false;
            }
        }
        return switch (node) {
            case MappingNode map -> map.getFlowStyle() == FlowStyle.BLOCK;
            case SequenceNode list -> list.getFlowStyle() == FlowStyle.BLOCK;
            default -> false;
        };
    }

    private static boolean isNamed(NodeTuple tuple, String name) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }

    /** Whether two values mean the same; the order of entries does not matter. */
    static boolean same(Object a, Object b) {
        if (a instanceof Pairs p && b instanceof Pairs q) {
            return p.pairs().size() == q.pairs().size() && sameEntries(p, q);
        } else if (a instanceof List<?> p && b instanceof List<?> q) {
            boolean same = p.size() == q.size();
            for (int i = 0; same && i < p.size(); i++) {
                same = same(p.get(i), q.get(i));
            }
            return same;
        }
        return a == null ? b == null : a.equals(b);
    }

    /** The values of each key, which may stand there several times, in order. */
    private static boolean sameEntries(Pairs a, Pairs b) {
        for (String key : new HashSet<>(a.keys())) {
            if (!same(valuesOf(a, key), valuesOf(b, key))) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> valuesOf(Pairs map, String key) {
        return list(
                map.pairs().stream().filter(p -> p.key().equals(key)).map(Pair::value).toList());
    }

    /** Whether two values are the same in the same order, wherever their entries come from. */
    static boolean sameInOrder(Object a, Object b) {
        if (a instanceof Pairs p && b instanceof Pairs q) {
            boolean same = p.keys().equals(q.keys());
            for (int i = 0; same && i < p.pairs().size(); i++) {
                same = sameInOrder(p.pairs().get(i).value(), q.pairs().get(i).value());
            }
            return same;
        } else if (a instanceof List<?> p && b instanceof List<?> q) {
            boolean same = p.size() == q.size();
            for (int i = 0; same && i < p.size(); i++) {
                same = sameInOrder(p.get(i), q.get(i));
            }
            return same;
        }
        return a == null ? b == null : a.equals(b);
    }
}
