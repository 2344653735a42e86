package dev.coppice.model.export.nixos;

import dev.coppice.model.export.nixos.NixValue.Applied;
import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.export.nixos.NixValue.Items;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * The options that a configuration sets, as a tree. An option that is set twice is one option: sets
 * are merged, lists joined, and of other values the later one stands, as Nix refuses the same
 * attribute twice.
 */
final class NixTree {

    /** The function that joins what several parts say of an option of lines. */
    static final String MERGE = "lib.mkMerge";

    /** What stands at an attribute path. */
    sealed interface Node {}

    /** Attributes below. */
    static final class Branch implements Node {
        private final SequencedMap<String, Node> children = new LinkedHashMap<>();

        SequencedMap<String, Node> children() {
            return children;
        }
    }

    /**
     * A value.
     *
     * @param section the part of the file in which it stands
     * @param remarks lines of comment above it
     */
    record Leaf(NixSection section, NixValue value, List<YamlPath> origins, List<String> remarks)
            implements Node {
        public Leaf {
            origins = List.copyOf(origins);
            remarks = List.copyOf(remarks);
        }
    }

    private final Branch root = new Branch();

    Branch root() {
        return root;
    }

    /** What stands at a path. */
    Optional<Node> at(List<String> path) {
        Node node = root;
        for (String name : path) {
            Node below = node instanceof Branch branch ? branch.children.get(name) : null;
            if (below == null) {
                return Optional.empty();
            }
            node = below;
        }
        return Optional.of(node);
    }

    /** Sets an option; returns the origins of a different value that stood there before. */
    List<YamlPath> set(List<String> path, Leaf leaf) {
        if (leaf.value() instanceof Attrs attrs && !attrs.entries().isEmpty()) {
            var replaced = new ArrayList<YamlPath>();
            boolean first = true;
            for (var entry : attrs.entries().entrySet()) {
                List<String> remarks = first ? leaf.remarks() : List.of();
                replaced.addAll(
                        set(
                                Stream.concat(path.stream(), Stream.of(entry.getKey())).toList(),
                                new Leaf(
                                        leaf.section(),
                                        entry.getValue(),
                                        leaf.origins(),
                                        remarks)));
                first = false;
            }
            return replaced;
        }
        Branch branch = root;
        for (String name : path.subList(0, path.size() - 1)) {
            branch = branchIn(branch, name);
        }
        String last = path.getLast();
        Node old = branch.children.get(last);
        if (old instanceof Branch) {
            return List.of();
        }
        if (old instanceof Leaf before) {
            branch.children.put(last, merged(before, leaf));
            boolean same =
                    before.value().equals(leaf.value())
                            || joined(before.value(), leaf.value()).isPresent();
            return same ? List.of() : before.origins();
        }
        branch.children.put(last, leaf);
        return List.of();
    }

    /** What two values are together; empty when one of them has to go. */
    private static Optional<NixValue> joined(NixValue some, NixValue more) {
        if (some instanceof Items first && more instanceof Items second) {
            return Optional.of(
                    new Items(
                            first.scope(),
                            Stream.concat(first.items().stream(), second.items().stream())
                                    .toList()));
        }
        return some instanceof Applied first
                        && more instanceof Applied second
                        && first.function().equals(MERGE)
                        && second.function().equals(MERGE)
                ? joined(first.argument(), second.argument()).map(all -> new Applied(MERGE, all))
                : Optional.empty();
    }

    private static Branch branchIn(Branch parent, String name) {
        if (parent.children.get(name) instanceof Branch branch) {
            return branch;
        }
        var branch = new Branch();
        parent.children.put(name, branch);
        return branch;
    }

    private static Leaf merged(Leaf before, Leaf later) {
        NixValue value = joined(before.value(), later.value()).orElse(later.value());
        return new Leaf(
                before.section(),
                value,
                Stream.concat(before.origins().stream(), later.origins().stream())
                        .distinct()
                        .toList(),
                Stream.concat(before.remarks().stream(), later.remarks().stream())
                        .distinct()
                        .toList());
    }
}
