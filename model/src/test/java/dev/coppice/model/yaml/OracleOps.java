package dev.coppice.model.yaml;

import dev.coppice.model.yaml.OracleModel.Pair;
import dev.coppice.model.yaml.OracleModel.Pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a change makes of a value of the {@link OracleModel}; the changes are known to make sense.
 */
final class OracleOps {

    private OracleOps() {}

    static Object apply(Object root, YamlOp op) {
        return switch (op) {
            case YamlOp.Set set -> at(root, set.path(), old -> OracleModel.of(set.value()));
            case YamlOp.Insert insert ->
                    at(
                            root,
                            insert.list(),
                            old -> {
                                var items = new ArrayList<Object>();
                                if (old instanceof List<?> list) {
                                    items.addAll(list);
                                }
                                items.add(insert.index(), OracleModel.of(insert.value()));
                                return OracleModel.list(items);
                            });
            case YamlOp.Remove remove ->
                    at(root, remove.path().parent(), old -> remove(old, last(remove.path()), 0));
            case YamlOp.RemoveDuplicate remove ->
                    at(root, remove.path().parent(), old -> remove(old, last(remove.path()), 1));
            case YamlOp.Rename rename ->
                    at(root, rename.path().parent(), old -> rename((Pairs) old, rename));
            case YamlOp.Move move ->
                    at(root, move.path().parent(), old -> move(old, last(move.path()), move.to()));
            case YamlOp.Reorder reorder ->
                    at(
                            root,
                            reorder.list(),
                            old ->
                                    OracleModel.list(
                                            reorder.order().stream()
                                                    .map(i -> ((List<?>) old).get(i))
                                                    .toList()));
            case YamlOp.Reshape reshape -> root;
        };
    }

    private static YamlPath.Step last(YamlPath path) {
        return path.steps().getLast();
    }

    private static Object at(Object node, YamlPath path, UnaryOperator<Object> change) {
        if (path.steps().isEmpty()) {
            return change.apply(node);
        }
        var rest = new YamlPath(path.steps().subList(1, path.steps().size()));
        return switch (path.steps().getFirst()) {
            case YamlPath.Key key -> {
                var pairs = new ArrayList<Pair>(node == null ? List.of() : ((Pairs) node).pairs());
                int at = node == null ? -1 : ((Pairs) node).indexOf(key.name());
                Object old = at < 0 ? null : pairs.get(at).value();
                var pair = new Pair(key.name(), at(old, rest, change), false);
                if (at < 0) {
                    pairs.add(pair);
                } else {
                    pairs.set(at, pair);
                }
                yield new Pairs(pairs);
            }
            case YamlPath.Index index -> {
                var items = new ArrayList<Object>((List<?>) node);
                items.set(index.index(), at(items.get(index.index()), rest, change));
                yield OracleModel.list(items);
            }
        };
    }

    /** Without the first or second of the entries with a key, or without an item. */
    private static Object remove(Object old, YamlPath.Step step, int skip) {
        return switch (step) {
            case YamlPath.Key key -> {
                var pairs = new ArrayList<>(((Pairs) old).pairs());
                int left = skip;
                for (int i = 0; i < pairs.size(); i++) {
                    if (pairs.get(i).key().equals(key.name()) && left-- == 0) {
                        pairs.remove(i);
                        break;
                    }
                }
                yield new Pairs(pairs);
            }
            case YamlPath.Index index -> {
                var items = new ArrayList<Object>((List<?>) old);
                items.remove(index.index());
                yield OracleModel.list(items);
            }
        };
    }

    private static Object rename(Pairs map, YamlOp.Rename op) {
        var pairs = new ArrayList<>(map.pairs());
        int at = map.indexOf(((YamlPath.Key) last(op.path())).name());
        pairs.set(at, new Pair(op.key(), pairs.get(at).value(), false));
        return new Pairs(pairs);
    }

    private static Object move(Object old, YamlPath.Step step, int to) {
        return switch (step) {
            case YamlPath.Key key -> {
                var pairs = new ArrayList<>(((Pairs) old).pairs());
                pairs.add(to, pairs.remove(((Pairs) old).indexOf(key.name())));
                yield new Pairs(pairs);
            }
            case YamlPath.Index index -> {
                var items = new ArrayList<Object>((List<?>) old);
                items.add(to, items.remove(index.index()));
                yield OracleModel.list(items);
            }
        };
    }
}
