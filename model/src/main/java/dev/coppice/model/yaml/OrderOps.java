package dev.coppice.model.yaml;

import dev.coppice.model.yaml.TreeOps.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what another order, or another form, of a collection leads to. */
final class OrderOps {

    private OrderOps() {}

    /** The numbers of {@code size} children in their order after one was moved. */
    static List<Integer> moved(int size, int from, int to) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        order.add(to, order.remove(from));
        return order;
    }

    static Outcome move(Optional<Tree> parent, YamlOp.Move op) {
        YamlPath path = op.path();
        return switch (parent.orElse(Tree.NOTHING)) {
            case Tree.Items list
                    when path.steps().getLast() instanceof YamlPath.Index index
                            && isInside(index.index(), list.items().size()) ->
                    isInside(op.to(), list.items().size())
                            ? new Outcome.Changed(
                                    new Tree.Items(moved(list.items(), index.index(), op.to())))
                            : noPlace(op);
            case Tree.Branch map
                    when path.steps().getLast() instanceof YamlPath.Key key
                            && map.indexOf(key.name()) >= 0 ->
                    isInside(op.to(), map.fields().size())
                            ? new Outcome.Changed(
                                    new Tree.Branch(
                                            moved(map.fields(), map.indexOf(key.name()), op.to())))
                            : noPlace(op);
            default -> new Outcome.Senseless("There is no \"" + path + "\" in the document.");
        };
    }

    private static boolean isInside(int index, int size) {
        return index >= 0 && index < size;
    }

    private static Outcome noPlace(YamlOp.Move op) {
        return new Outcome.Senseless(
                "\"%s\" cannot become number %d: there are not so many."
                        .formatted(op.path(), op.to() + 1));
    }

    private static <T> List<T> moved(List<T> all, int from, int to) {
        return moved(all.size(), from, to).stream().map(all::get).toList();
    }

    static Outcome reorder(Optional<Tree> list, YamlOp.Reorder op) {
        if (!(list.orElse(Tree.NOTHING) instanceof Tree.Items items)) {
            return new Outcome.Senseless("\"" + op.list() + "\" is not a list.");
        }
        int size = items.items().size();
        long different = op.order().stream().filter(i -> isInside(i, size)).distinct().count();
        return different == size && op.order().size() == size
                ? new Outcome.Changed(
                        new Tree.Items(op.order().stream().map(items.items()::get).toList()))
                : new Outcome.Senseless(
                        "The new order of \"" + op.list() + "\" must name each item once.");
    }

    /** Another form means the same. */
    static Outcome reshape(Tree root, YamlOp.Reshape op) {
        boolean collection =
                switch (root.at(op.path().steps()).orElse(Tree.NOTHING)) {
                    case Tree.Leaf leaf -> false;
                    case Tree.Items list -> !list.items().isEmpty();
                    case Tree.Branch map -> !map.fields().isEmpty();
                };
        return collection
                ? new Outcome.Changed(root)
                : new Outcome.Senseless(
                        "\"" + op.path() + "\" is not a list or mapping with something in it.");
    }
}
