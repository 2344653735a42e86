package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a path leads in the text.
 *
 * @param nodes the nodes on the way, the root first
 * @param indexes which child of its parent each node but the first is
 */
record Located(List<Raw> nodes, List<Integer> indexes) {

    static Located find(Raw root, YamlPath path) {
        var nodes = new ArrayList<Raw>(List.of(root));
        var indexes = new ArrayList<Integer>();
        for (YamlPath.Step step : path.steps()) {
            int index = indexOf(nodes.getLast(), step, 0);
            if (index < 0) {
                break;
            }
            indexes.add(index);
            nodes.add(child(nodes.getLast(), index));
        }
        return new Located(List.copyOf(nodes), List.copyOf(indexes));
    }

    /** The child's number from {@code from} on, or -1. */
    static int indexOf(Raw node, YamlPath.Step step, int from) {
        return switch (step) {
            case YamlPath.Key key when node instanceof Raw.Mapping map -> {
                for (int i = from; i < map.entries().size(); i++) {
                    boolean scalar = map.entries().get(i).key() instanceof Raw.Scalar;
                    if (scalar && map.entries().get(i).name().equals(key.name())) {
                        yield i;
                    }
                }
                yield -1;
            }
            case YamlPath.Index index when node instanceof Raw.Sequence seq ->
                    index.index() < seq.items().size() ? index.index() : -1;
            default -> -1;
        };
    }

    private static Raw child(Raw node, int index) {
        return switch (node) {
            case Raw.Mapping map -> map.entries().get(index).value();
            case Raw.Sequence seq -> seq.items().get(index).value();
            default -> throw new IllegalStateException("no children: " + node);
        };
    }

    /** How many steps of the path were found. */
    int depth() {
        return indexes.size();
    }

    Raw node() {
        return nodes.getLast();
    }

    /** The place of the node after {@code depth} steps. */
    Slot slot(Lines lines, int depth) {
        if (depth == 0) {
            return Slot.ofRoot(nodes.getFirst());
        }
        int index = indexes.get(depth - 1);
        return switch (nodes.get(depth - 1)) {
            case Raw.Mapping map -> Slot.ofEntry(lines, map, map.entries().get(index));
            case Raw.Sequence seq -> Slot.ofItem(lines, seq.items().get(index));
            default -> throw new IllegalStateException("no children");
        };
    }
}
