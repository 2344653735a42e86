package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the setting of a whole collection into changes of its parts, so that what stays the same
 * in it keeps its comments and style.
 */
final class FinerOps {

    private FinerOps() {}

    /** Smaller changes with the same result; none when there is nothing to divide. */
    static List<YamlOp> of(YamlOp op, Tree root) {
        if (!(op instanceof YamlOp.Set set)) {
            return List.of();
        }
        Tree old = root.at(set.path().steps()).orElse(Tree.NOTHING);
        return switch (set.value()) {
            case YamlValue.Items items when old instanceof Tree.Items list ->
                    ofList(set.path(), list.items(), items.items());
            case YamlValue.Fields fields when old instanceof Tree.Branch map ->
                    ofMapping(set.path(), map, fields.fields());
            default -> List.of();
        };
    }

    private static List<YamlOp> ofMapping(
            YamlPath path, Tree.Branch old, Map<String, YamlValue> wanted) {
        var keys = new HashSet<String>();
        boolean unique = old.fields().stream().allMatch(f -> keys.add(f.key()));
        if (!unique || keys.stream().noneMatch(wanted::containsKey)) {
            return List.of();
        }
        var ops = new ArrayList<YamlOp>();
        var order = new LinkedHashMap<>(wanted);
        order.forEach((key, value) -> ops.add(new YamlOp.Set(path.key(key), value)));
        for (Tree.Field field : old.fields()) {
            if (!wanted.containsKey(field.key())) {
                ops.add(new YamlOp.Remove(path.key(field.key())));
            }
        }
        return ops;
    }

    private static List<YamlOp> ofList(YamlPath path, List<Tree> old, List<YamlValue> wanted) {
        List<Tree> target = wanted.stream().map(Tree::of).toList();
        if (old.isEmpty() || target.isEmpty()) {
            return List.of();
        }
        int[][] common = common(old, target);
        var ops = new ArrayList<YamlOp>();
        int i = old.size();
        int j = target.size();
        // from the end, so that the numbers of the items before stay right
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old.get(i - 1).means(target.get(j - 1))) {
                i--;
                j--;
            } else if (i > 0 && j > 0 && common[i][j] == common[i - 1][j - 1]) {
                ops.add(new YamlOp.Set(path.index(i - 1), wanted.get(j - 1)));
                i--;
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                ops.add(new YamlOp.Insert(path, i, wanted.get(j - 1)));
                j--;
            } else {
                ops.add(new YamlOp.Remove(path.index(i - 1)));
                i--;
            }
        }
        return ops;
    }

    /** Lengths of the longest common subsequences of all beginnings. */
    private static int[][] common(List<Tree> a, List<Tree> b) {
        var lengths = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                lengths[i][j] =
                        a.get(i - 1).means(b.get(j - 1))
                                ? lengths[i - 1][j - 1] + 1
                                : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths;
    }
}
