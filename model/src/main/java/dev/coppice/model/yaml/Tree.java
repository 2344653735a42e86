package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a document means, without places and styles: what a change must lead to is worked out on
 * this, and compared with what the changed text says.
 */
sealed interface Tree {

    Tree NOTHING = new Leaf(Type.NULL, "");

    /** A scalar; nulls and booleans in one notation. */
    record Leaf(Type type, String text) implements Tree {
        public Leaf {
            if (type == Type.NULL) {
                text = "";
            } else if (type == Type.BOOL) {
                text = text.toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A list. */
    record Items(List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping; the same key may stand in it several times. */
    record Branch(List<Field> fields) implements Tree {
        public Branch {
            fields = List.copyOf(fields);
        }

        int indexOf(String key) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** An entry of a mapping. */
    record Field(String key, Tree value) {}

    /** What stands one step below, if anything. */
    default Optional<Tree> child(YamlPath.Step step) {
        return switch (step) {
            case YamlPath.Key key ->
                    this instanceof Branch map && map.indexOf(key.name()) >= 0
                            ? Optional.of(map.fields().get(map.indexOf(key.name())).value())
                            : Optional.empty();
            case YamlPath.Index index ->
                    this instanceof Items list
                                    && index.index() >= 0
                                    && index.index() < list.items().size()
                            ? Optional.of(list.items().get(index.index()))
                            : Optional.empty();
        };
    }

    /** What stands at the end of a path, if anything. */
    default Optional<Tree> at(List<YamlPath.Step> steps) {
        Optional<Tree> node = Optional.of(this);
        for (YamlPath.Step step : steps) {
            node = node.flatMap(n -> n.child(step));
        }
        return node;
    }

    static Tree of(Optional<YNode> root) {
        return root.map(Tree::of).orElse(NOTHING);
    }

    static Tree of(YNode node) {
        return switch (node) {
            case YNode.YScalar s -> new Leaf(s.type(), s.value());
            case YNode.YSeq s -> new Items(s.items().stream().map(Tree::of).toList());
            case YNode.YMap m ->
                    new Branch(
                            m.entries().stream()
                                    .map(e -> new Field(e.key().value(), of(e.value())))
                                    .toList());
        };
    }

    static Tree of(YamlValue value) {
        return switch (value) {
            case YamlValue.Text t -> new Leaf(Type.STRING, t.value());
            case YamlValue.Int i -> new Leaf(Type.INT, Long.toString(i.value()));
            case YamlValue.Bool b -> new Leaf(Type.BOOL, Boolean.toString(b.value()));
            case YamlValue.Items s -> new Items(s.items().stream().map(Tree::of).toList());
            case YamlValue.Fields f -> {
                var fields = new ArrayList<Field>();
                f.fields().forEach((key, v) -> fields.add(new Field(key, of(v))));
                yield new Branch(fields);
            }
        };
    }

    /** Whether two trees mean the same: the order of different keys does not matter. */
    default boolean means(Tree other) {
        return switch (this) {
            case Leaf leaf -> leaf.equals(other);
            case Items mine ->
                    other instanceof Items theirs
                            && mine.items().size() == theirs.items().size()
                            && allMean(mine.items(), theirs.items());
            case Branch mine -> other instanceof Branch theirs && sameFields(mine, theirs);
        };
    }

    /** As {@link #means}, for whole documents: an empty mapping is as good as nothing. */
    default boolean meansAsDocument(Tree other) {
        return means(other) || (isNothing() && other.isNothing());
    }

    private boolean isNothing() {
        return equals(NOTHING) || (this instanceof Branch b && b.fields().isEmpty());
    }

    private static boolean allMean(List<Tree> mine, List<Tree> theirs) {
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).means(theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(Branch mine, Branch theirs) {
        if (mine.fields().size() != theirs.fields().size()) {
            return false;
        }
        List<Field> a = mine.fields().stream().sorted(Comparator.comparing(Field::key)).toList();
        List<Field> b = theirs.fields().stream().sorted(Comparator.comparing(Field::key)).toList();
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).key().equals(b.get(i).key())
                    || !a.get(i).value().means(b.get(i).value())) {
                return false;
            }
        }
        return true;
    }
}
