package dev.coppice.model.refactor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Changes how a list or mapping is written: in brackets or line by line, and in which order. What
 * the spec means does not change, but for the order of a list that is sorted.
 */
public final class CollectionForm {

    private final YamlPatcher patcher;
    private final YamlParser parser = new YamlParser();

    /**
     * @param patcher what writes the changes
     */
    public CollectionForm(YamlPatcher patcher) {
        this.patcher = patcher;
    }

    /** Writes the list or mapping at a path, or the innermost that holds it, in its other form. */
    public RefactorResult toggle(SpecText text, YamlPath path) {
        Optional<YNode> root = parser.parse(text).root();
        YamlPath place = nearest(root, path, node -> !(node instanceof YScalar));
        String name = place.steps().isEmpty() ? "the document" : place.toString();
        return switch (root.flatMap(node -> node.at(place)).orElse(null)) {
            case YSeq list -> reshape(text, place, list.flow(), name, "brackets");
            case YMap map -> reshape(text, place, map.flow(), name, "braces");
            case null, default -> new RefactorResult.Refused("There is no list or mapping here.");
        };
    }

    private RefactorResult reshape(
            SpecText text, YamlPath path, boolean isFlow, String name, String brackets) {
        String form = isFlow ? " line by line" : " in " + brackets;
        return write(text, "Write " + name + form, new YamlOp.Reshape(path, !isFlow));
    }

    /**
     * Sorts the list at a path, or the innermost that holds it: numbers by value, texts by letters,
     * upper and lower case as one. Comments go with their items.
     */
    public RefactorResult sort(SpecText text, YamlPath path) {
        Optional<YNode> root = parser.parse(text).root();
        YamlPath place = nearest(root, path, YSeq.class::isInstance);
        if (!(root.flatMap(node -> node.at(place)).orElse(null) instanceof YSeq list)) {
            return new RefactorResult.Refused("There is no list here.");
        }
        if (!list.items().stream().allMatch(YScalar.class::isInstance)) {
            return new RefactorResult.Refused(
                    "Only lists of single values can be sorted, not lists of records.");
        }
        List<YScalar> items = list.items().stream().map(YScalar.class::cast).toList();
        List<Integer> order =
                IntStream.range(0, items.size())
                        .boxed()
                        .sorted(Comparator.comparing(items::get, order(items)))
                        .toList();
        return write(text, "Sort " + place, new YamlOp.Reorder(place, order));
    }

    private static Comparator<YScalar> order(List<YScalar> items) {
        boolean numbers = items.stream().allMatch(item -> item.asLong().isPresent());
        return numbers
                ? Comparator.comparingLong((YScalar item) -> item.asLong().orElseThrow())
                : Comparator.comparing(YScalar::value, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(YScalar::value);
    }

    /** The path, or the nearest above it whose node is wanted; else the root. */
    private static YamlPath nearest(Optional<YNode> root, YamlPath path, Predicate<YNode> wanted) {
        YamlPath here = path;
        while (!here.steps().isEmpty()) {
            YamlPath place = here;
            if (root.flatMap(node -> node.at(place)).filter(wanted).isPresent()) {
                break;
            }
            here = here.parent();
        }
        return here;
    }

    private RefactorResult write(SpecText text, String label, YamlOp op) {
        return switch (patcher.patch(text, label, List.of(op))) {
            case PatchResult.Patched(EditBatch batch) -> RefactorResult.Changed.form(batch);
            case PatchResult.Refused(String reason) -> new RefactorResult.Refused(reason);
        };
    }
}
