package dev.coppice.model.refactor;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects the places of a document that must change together. */
final class Uses {

    /**
     * A place and what it will say.
     *
     * @param path the value, or the entry whose key changes
     * @param isKey whether the entry's key changes
     */
    record Use(YamlPath path, boolean isKey, YScalar node, String after) {

        String before() {
            return node.value();
        }
    }

    private final YNode root;
    private final List<Use> found = new ArrayList<>();

    Uses(YNode root) {
        this.root = root;
    }

    List<Use> found() {
        return List.copyOf(found);
    }

    /** The texts at places like {@code users[].groups[]} that a function changes. */
    void values(String places, UnaryOperator<String> change) {
        for (Places.Found place : Places.of(root, places)) {
            if (place.node() instanceof YScalar scalar) {
                add(new Use(place.path(), false, scalar, change.apply(scalar.value())));
            }
        }
    }

    /** The keys of the mappings at such places that a function changes. */
    void keys(String places, UnaryOperator<String> change) {
        for (Places.Found place : Places.of(root, places)) {
            if (place.node() instanceof YMap map) {
                for (YNode.Entry entry : map.entries()) {
                    YScalar key = entry.key();
                    add(
                            new Use(
                                    place.path().key(key.value()),
                                    true,
                                    key,
                                    change.apply(key.value())));
                }
            }
        }
    }

    private void add(Use use) {
        if (!use.before().equals(use.after())) {
            found.add(use);
        }
    }

    /** The scalars that hold a word and do not change. */
    List<YamlPath> mentions(Words word) {
        var mentions = new ArrayList<YamlPath>();
        mentions(root, YamlPath.ROOT, word, mentions);
        found.stream().filter(use -> !use.isKey()).map(Use::path).forEach(mentions::remove);
        return mentions;
    }

    private static void mentions(YNode node, YamlPath path, Words word, List<YamlPath> mentions) {
        switch (node) {
            case YScalar scalar -> {
                if (word.isIn(scalar.value())) {
                    mentions.add(path);
                }
            }
            case YSeq seq -> {
                for (int i = 0; i < seq.items().size(); i++) {
                    mentions(seq.items().get(i), path.index(i), word, mentions);
                }
            }
            case YMap map ->
                    map.entries()
                            .forEach(
                                    e ->
                                            mentions(
                                                    e.value(),
                                                    path.key(e.key().value()),
                                                    word,
                                                    mentions));
        }
    }
}
