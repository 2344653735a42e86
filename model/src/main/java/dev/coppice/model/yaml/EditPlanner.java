package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plans the edits for a change, the smallest first. Plans are proposals: {@link YamlPatcher} tries
 * them and believes only what the parser reads afterwards.
 */
final class EditPlanner {

    private static final int WIDER_LEVELS = 2;

    /** What may be a comment, an anchor, an alias or a tag. */
    private static final Pattern NOT_A_VALUE = Pattern.compile("(^|\\s)#|(^|[\\s\\[{,])[&*!]");

    private final Lines lines;
    private final RawDocument document;
    private final KeyOrder order;

    EditPlanner(String text, RawDocument document, KeyOrder order) {
        this.lines = new Lines(text);
        this.document = document;
        this.order = order;
    }

    /**
     * The plans for a change.
     *
     * @param expected what the document must mean afterwards
     */
    List<List<TextEdit>> plan(YamlOp op, Tree expected) {
        var plans = new ArrayList<List<TextEdit>>();
        Optional<Raw> root = document.root();
        if (root.isEmpty()) {
            plans.addAll(new EmptyPlanner(lines, document).write(expected));
            return plans;
        }
        YamlPath path =
                switch (op) {
                    case YamlOp.Set set -> set.path();
                    case YamlOp.Insert insert -> insert.list().index(0);
                    case YamlOp.Remove remove -> remove.path();
                    case YamlOp.RemoveDuplicate remove -> remove.path();
                    case YamlOp.Rename rename -> rename.path();
                    case YamlOp.Move move -> move.path();
                    case YamlOp.Reorder reorder -> reorder.list().index(0);
                    case YamlOp.Reshape reshape -> reshape.path();
                };
        Located found = Located.find(root.get(), path);
        boolean inAlias = found.node() instanceof Raw.Alias && found.depth() < path.steps().size();
        if (inAlias && !(op instanceof YamlOp.Reshape)) {
            writeOut(found, expected.at(path.steps().subList(0, found.depth())), plans);
            return plans;
        }
        switch (op) {
            case YamlOp.Set set -> set(root.get(), set.path(), Tree.of(set.value()), plans);
            case YamlOp.Insert insert -> insert(root.get(), insert, plans);
            case YamlOp.Remove remove -> remove(root.get(), remove.path(), false, plans);
            case YamlOp.RemoveDuplicate remove -> remove(root.get(), remove.path(), true, plans);
            case YamlOp.Rename rename -> rename(root.get(), rename, plans);
            case YamlOp.Move move -> move(root.get(), move, plans);
            case YamlOp.Reorder reorder -> reorder(root.get(), reorder, plans);
            case YamlOp.Reshape reshape -> {
                plans.addAll(new FormPlanner(lines, layout(found.nodes())).plan(found, reshape));
                return plans;
            }
        }
        wider(root.get(), path, expected, plans);
        return plans;
    }

    private Layout layout(List<Raw> nearby) {
        return Layout.of(lines.text(), document.root(), nearby);
    }

    /** A change inside an aliased value is meant for this place only: the value is written out. */
    private void writeOut(Located found, Optional<Tree> value, List<List<TextEdit>> plans) {
        value.ifPresent(
                tree ->
                        plans.addAll(
                                new ValuePlanner(lines, layout(found.nodes()))
                                        .replace(found.slot(lines, found.depth()), tree)));
    }

    private void set(Raw root, YamlPath path, Tree value, List<List<TextEdit>> plans) {
        Located found = Located.find(root, path);
        int depth = found.depth();
        int missing = path.steps().size() - depth;
        if (missing == 0) {
            plans.addAll(
                    new ValuePlanner(lines, layout(found.nodes()))
                            .replace(found.slot(lines, depth), value));
            return;
        }
        Tree wrapped = wrap(value, path, depth + 1);
        YamlPath parent = new YamlPath(path.steps().subList(0, depth));
        switch (path.steps().get(depth)) {
            case YamlPath.Key key when found.node() instanceof Raw.Mapping map ->
                    addEntry(found, map, parent, new Tree.Field(key.name(), wrapped), plans);
            case YamlPath.Index index when found.node() instanceof Raw.Sequence list ->
                    addItem(found, list, list.items().size(), wrapped, plans);
            default ->
                    plans.addAll(
                            new ValuePlanner(lines, layout(found.nodes()))
                                    .replace(found.slot(lines, depth), wrap(value, path, depth)));
        }
    }

    /** The value with the collections that the path's steps from {@code from} on ask for. */
    private static Tree wrap(Tree value, YamlPath path, int from) {
        Tree wrapped = value;
        for (int i = path.steps().size() - 1; i >= from; i--) {
            wrapped =
                    switch (path.steps().get(i)) {
                        case YamlPath.Key key ->
                                new Tree.Branch(List.of(new Tree.Field(key.name(), wrapped)));
                        case YamlPath.Index index -> new Tree.Items(List.of(wrapped));
                    };
        }
        return wrapped;
    }

    private void addEntry(
            Located found,
            Raw.Mapping map,
            YamlPath path,
            Tree.Field field,
            List<List<TextEdit>> plans) {
        Layout layout = layout(found.nodes());
        var writer = new ValueWriter(layout);
        int index = placeFor(map, path, field.key());
        if (map.flow()) {
            if (map.braces()) {
                plans.addAll(
                        flow(layout, Children.of(map), map).insert(index, writer.flowEntry(field)));
            }
            return;
        }
        var block = new BlockPlanner(lines, layout, Children.of(map));
        plans.addAll(block.insert(index, writer.entry(field, block.column())));
    }

    /** A pair in a list becomes a mapping with braces. */
    private static List<List<TextEdit>> brace(Raw.Mapping pair, String entry) {
        return List.of(
                List.of(
                        Edits.insert(pair.start(), "{"),
                        Edits.insert(pair.end(), ", " + entry + "}")));
    }

    private FlowPlanner flow(Layout layout, Children children, Raw node) {
        return new FlowPlanner(lines, layout, children, node.contentStart(), node.end() - 1);
    }

    /** Behind the nearest key that comes before it in the order, else before the nearest after. */
    private int placeFor(Raw.Mapping map, YamlPath path, String key) {
        List<String> keys = order.keysOf(path);
        int rank = keys.indexOf(key);
        int before = -1;
        int after = -1;
        for (int i = 0; rank >= 0 && i < map.entries().size(); i++) {
            int other = keys.indexOf(map.entries().get(i).name());
            if (other >= 0 && other < rank && (before < 0 || other >= rankAt(map, keys, before))) {
                before = i;
            } else if (other > rank && (after < 0 || other < rankAt(map, keys, after))) {
                after = i;
            }
        }
        if (before >= 0) {
            return before + 1;
        }
        return after >= 0 ? after : map.entries().size();
    }

    private static int rankAt(Raw.Mapping map, List<String> keys, int index) {
        return keys.indexOf(map.entries().get(index).name());
    }

    private void insert(Raw root, YamlOp.Insert op, List<List<TextEdit>> plans) {
        Located found = Located.find(root, op.list());
        boolean whole = found.depth() == op.list().steps().size();
        if (whole && found.node() instanceof Raw.Sequence list) {
            addItem(found, list, op.index(), Tree.of(op.value()), plans);
        } else {
            set(root, op.list(), new Tree.Items(List.of(Tree.of(op.value()))), plans);
        }
    }

    private void addItem(
            Located found, Raw.Sequence list, int index, Tree value, List<List<TextEdit>> plans) {
        Layout layout = layout(found.nodes());
        var writer = new ValueWriter(layout);
        if (list.flow()) {
            plans.addAll(flow(layout, Children.of(list), list).insert(index, writer.flow(value)));
            return;
        }
        var block = new BlockPlanner(lines, layout, Children.of(list));
        plans.addAll(block.insert(index, writer.item(value, block.column())));
    }

    private void remove(Raw root, YamlPath path, boolean second, List<List<TextEdit>> plans) {
        Located found = Located.find(root, path.parent());
        YamlPath.Step last = path.steps().getLast();
        int index = Located.indexOf(found.node(), last, 0);
        if (second && index >= 0) {
            index = Located.indexOf(found.node(), last, index + 1);
        }
        if (index < 0) {
            return;
        }
        boolean map = found.node() instanceof Raw.Mapping;
        Children children = Children.of(found.node());
        boolean flow = Children.isFlow(found.node());
        Layout layout = layout(found.nodes());
        boolean pair = found.node() instanceof Raw.Mapping m && m.flow() && !m.braces();
        if (flow && !pair) {
            plans.addAll(flow(layout, children, found.node()).remove(index));
        } else if (children.size() > 1) {
            plans.addAll(new BlockPlanner(lines, layout, children).remove(index));
        } else {
            removeOnly(found, children.get(0), layout, map, plans);
        }
    }

    private void removeOnly(
            Located found,
            Children.Child child,
            Layout layout,
            boolean map,
            List<List<TextEdit>> plans) {
        if (found.depth() == 0 && map) {
            plans.add(List.of(new Edits(lines).deleteLines(child.start(), child.end())));
        }
        Tree empty = map ? new Tree.Branch(List.of()) : new Tree.Items(List.of());
        plans.addAll(
                new ValuePlanner(lines, layout).replace(found.slot(lines, found.depth()), empty));
    }

    private void rename(Raw root, YamlOp.Rename op, List<List<TextEdit>> plans) {
        Located found = Located.find(root, op.path().parent());
        int index = Located.indexOf(found.node(), op.path().steps().getLast(), 0);
        if (index < 0 || !(found.node() instanceof Raw.Mapping map)) {
            return;
        }
        if (map.entries().get(index).key() instanceof Raw.Scalar key) {
            var writer = new ValueWriter(layout(found.nodes()));
            var name = new Tree.Leaf(YNode.YScalar.Type.STRING, op.key());
            for (String way : writer.ways(name, key.style(), map.flow())) {
                plans.add(List.of(Edits.replace(key.contentStart(), key.end(), way)));
            }
        }
    }

    private void move(Raw root, YamlOp.Move op, List<List<TextEdit>> plans) {
        Located found = Located.find(root, op.path().parent());
        int from = Located.indexOf(found.node(), op.path().steps().getLast(), 0);
        int size = Children.of(found.node()).size();
        // what is merged into a mapping has a number, but no place of its own
        if (from >= 0 && op.to() < size) {
            order(found.node(), OrderOps.moved(size, from, op.to()), plans);
        }
    }

    private void reorder(Raw root, YamlOp.Reorder op, List<List<TextEdit>> plans) {
        order(Located.find(root, op.list()).node(), op.order(), plans);
    }

    private void order(Raw collection, List<Integer> order, List<List<TextEdit>> plans) {
        Children children = Children.of(collection);
        if (children.size() == order.size()) {
            plans.addAll(
                    Children.isFlow(collection)
                            ? new FlowOrderPlanner(lines, collection).plan(order)
                            : new BlockOrderPlanner(lines, children).plan(order));
        }
    }

    /** Writes the collection around the change anew, where that loses nothing. */
    private void wider(Raw root, YamlPath path, Tree expected, List<List<TextEdit>> plans) {
        Located found = Located.find(root, path.parent());
        for (int level = 0; level < WIDER_LEVELS; level++) {
            int depth = found.depth() - level;
            if (depth < 0) {
                return;
            }
            Raw node = found.nodes().get(depth);
            String written = lines.text().substring(node.start(), node.end());
            boolean losesNothing = !NOT_A_VALUE.matcher(written).find();
            Optional<Tree> wanted = expected.at(path.steps().subList(0, depth));
            if (losesNothing && wanted.isPresent()) {
                plans.addAll(
                        new ValuePlanner(lines, layout(found.nodes().subList(0, depth + 1)))
                                .replace(found.slot(lines, depth), wanted.get()));
            }
        }
    }
}
