package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Works out what a change leads to, on meaning alone. */
final class TreeOps {

    /** The changed tree, or why there is none. */
    sealed interface Outcome {

        /** The change makes sense. */
        record Changed(Tree tree) implements Outcome {}

        /** It does not; the reason is for people. */
        record Senseless(String reason) implements Outcome {}
    }

    private TreeOps() {}

    static Outcome apply(Tree root, YamlOp op) {
        return switch (op) {
            case YamlOp.Set set -> at(root, set.path(), 0, old -> done(Tree.of(set.value())));
            case YamlOp.Insert insert -> at(root, insert.list(), 0, old -> insert(old, insert));
            case YamlOp.Remove remove ->
                    inParent(root, remove.path(), old -> remove(old, remove.path()));
            case YamlOp.RemoveDuplicate remove ->
                    inParent(root, remove.path(), old -> removeSecond(old, remove.path()));
            case YamlOp.Rename rename -> inParent(root, rename.path(), old -> rename(old, rename));
            case YamlOp.Move move -> inParent(root, move.path(), old -> OrderOps.move(old, move));
            case YamlOp.Reorder reorder ->
                    at(root, reorder.list(), 0, old -> OrderOps.reorder(old, reorder));
            case YamlOp.Reshape reshape -> OrderOps.reshape(root, reshape);
        };
    }

    private static Outcome done(Tree tree) {
        return new Outcome.Changed(tree);
    }

    private static Outcome senseless(String reason) {
        return new Outcome.Senseless(reason);
    }

    private static Outcome inParent(
            Tree root, YamlPath path, Function<Optional<Tree>, Outcome> change) {
        return path.steps().isEmpty()
                ? senseless("The whole document cannot be removed or renamed.")
                : at(root, path.parent(), 0, change);
    }

    /** Changes what stands at a path; what is missing on the way is made. */
    private static Outcome at(
            Tree tree, YamlPath path, int depth, Function<Optional<Tree>, Outcome> change) {
        if (depth == path.steps().size()) {
            return change.apply(Optional.ofNullable(tree));
        }
        boolean empty = tree == null || tree.equals(Tree.NOTHING);
        return switch (path.steps().get(depth)) {
            case YamlPath.Key key -> {
                Tree parent = empty ? new Tree.Branch(List.of()) : tree;
                yield parent instanceof Tree.Branch branch
                        ? inBranch(branch, key.name(), path, depth, change)
                        : senseless(named(path, depth) + " is not a mapping: it has no keys.");
            }
            case YamlPath.Index index -> {
                Tree parent = empty ? new Tree.Items(List.of()) : tree;
                yield parent instanceof Tree.Items items
                        ? inItems(items, index.index(), path, depth, change)
                        : senseless(named(path, depth) + " is not a list.");
            }
        };
    }

    private static String named(YamlPath path, int depth) {
        String name = new YamlPath(path.steps().subList(0, depth)).toString();
        return name.isEmpty() ? "The document" : "\"" + name + "\"";
    }

    private static Outcome inBranch(
            Tree.Branch branch,
            String key,
            YamlPath path,
            int depth,
            Function<Optional<Tree>, Outcome> change) {
        int found = branch.indexOf(key);
        Tree old = found < 0 ? null : branch.fields().get(found).value();
        Outcome below = at(old, path, depth + 1, change);
        if (!(below instanceof Outcome.Changed changed)) {
            return below;
        }
        var fields = new ArrayList<>(branch.fields());
        var field = new Tree.Field(key, changed.tree());
        if (found < 0) {
            fields.add(field);
        } else {
            fields.set(found, field);
        }
        return done(new Tree.Branch(fields));
    }

    private static Outcome inItems(
            Tree.Items list,
            int index,
            YamlPath path,
            int depth,
            Function<Optional<Tree>, Outcome> change) {
        if (index < 0 || index > list.items().size()) {
            return senseless(named(path, depth) + " has no item " + (index + 1) + ".");
        }
        boolean isNew = index == list.items().size();
        Outcome below = at(isNew ? null : list.items().get(index), path, depth + 1, change);
        if (!(below instanceof Outcome.Changed changed)) {
            return below;
        }
        var items = new ArrayList<>(list.items());
        if (isNew) {
            items.add(changed.tree());
        } else {
            items.set(index, changed.tree());
        }
        return done(new Tree.Items(items));
    }

    private static Outcome insert(Optional<Tree> old, YamlOp.Insert op) {
        Tree list = old.filter(t -> !t.equals(Tree.NOTHING)).orElse(new Tree.Items(List.of()));
        if (!(list instanceof Tree.Items items)) {
            return senseless(named(op.list(), op.list().steps().size()) + " is not a list.");
        }
        if (op.index() < 0 || op.index() > items.items().size()) {
            return senseless(
                    named(op.list(), op.list().steps().size())
                            + " has only "
                            + items.items().size()
                            + " items.");
        }
        var longer = new ArrayList<>(items.items());
        longer.add(op.index(), Tree.of(op.value()));
        return done(new Tree.Items(longer));
    }

    private static Outcome missing(YamlPath path) {
        return senseless("There is no \"" + path + "\" in the document.");
    }

    private static Outcome remove(Optional<Tree> parent, YamlPath path) {
        return switch (path.steps().getLast()) {
            case YamlPath.Key key
                    when parent.orElse(null) instanceof Tree.Branch branch
                            && branch.indexOf(key.name()) >= 0 ->
                    without(branch, branch.indexOf(key.name()));
            case YamlPath.Index index
                    when parent.orElse(null) instanceof Tree.Items list
                            && index.index() >= 0
                            && index.index() < list.items().size() -> {
                var items = new ArrayList<>(list.items());
                items.remove(index.index());
                yield done(new Tree.Items(items));
            }
            default -> missing(path);
        };
    }

    private static Outcome without(Tree.Branch branch, int index) {
        var fields = new ArrayList<>(branch.fields());
        fields.remove(index);
        return done(new Tree.Branch(fields));
    }

    private static Outcome removeSecond(Optional<Tree> parent, YamlPath path) {
        if (path.steps().getLast() instanceof YamlPath.Key key
                && parent.orElse(null) instanceof Tree.Branch branch) {
            for (int i = branch.indexOf(key.name()) + 1; i > 0 && i < branch.fields().size(); i++) {
                if (branch.fields().get(i).key().equals(key.name())) {
                    return without(branch, i);
                }
            }
        }
        return senseless("\"" + path + "\" stands in the document only once.");
    }

    private static Outcome rename(Optional<Tree> parent, YamlOp.Rename op) {
        if (!(op.path().steps().getLast() instanceof YamlPath.Key key)
                || !(parent.orElse(null) instanceof Tree.Branch branch)
                || branch.indexOf(key.name()) < 0) {
            return missing(op.path());
        }
        if (key.name().equals(op.key())) {
            return done(branch);
        }
        if (branch.indexOf(op.key()) >= 0) {
            return senseless("There is a \"" + op.key() + "\" already.");
        }
        var fields = new ArrayList<>(branch.fields());
        int at = branch.indexOf(key.name());
        fields.set(at, new Tree.Field(op.key(), fields.get(at).value()));
        return done(new Tree.Branch(fields));
    }
}
