package dev.coppice.model.explain;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The values of a spec around a place, for the commands that prove it. */
final class ProofValues {

    private final Optional<YNode> tree;
    private final List<YamlPath.Step> steps;

    /**
     * @param path the place that is explained
     */
    ProofValues(Optional<YNode> tree, YamlPath path) {
        this.tree = tree;
        this.steps = records(tree, path) ? path.index(0).steps() : path.steps();
    }

    /** A list of records is proven by its first one. */
    private static boolean records(Optional<YNode> tree, YamlPath path) {
        return tree.flatMap(root -> root.at(path)).orElse(null) instanceof YNode.YSeq seq
                && !seq.items().isEmpty()
                && seq.items().getFirst() instanceof YNode.YMap;
    }

    int depth() {
        return steps.size();
    }

    /** The value at the place itself; empty for lists, records and what is not there. */
    Optional<String> here() {
        return text(step(steps.size()));
    }

    /** A command that shows the value of the place, when it has one. */
    Proof shows(String command) {
        return shows(command, value -> value);
    }

    /**
     * @param form how the value of the place is written in what the command prints
     */
    Proof shows(String command, UnaryOperator<String> form) {
        return new Proof(command, here().map(form));
    }

    /** The value of a key of the list's item that the place is in, as a word of a shell. */
    Optional<String> item(String key) {
        return raw(key).map(ProofValues::quoted);
    }

    /** The value of a key of the list's item that the place is in. */
    Optional<String> raw(String key) {
        return steps.size() < 2 ? Optional.empty() : text(step(2).key(key));
    }

    /** The key at a step of the place. */
    Optional<String> key(int index) {
        return steps.size() > index && steps.get(index) instanceof YamlPath.Key key
                ? Optional.of(key.name())
                : Optional.empty();
    }

    /** The first steps of the place. */
    YamlPath step(int count) {
        return new YamlPath(steps.subList(0, Math.min(count, steps.size())));
    }

    Optional<String> text(YamlPath path) {
        return tree.flatMap(root -> root.at(path))
                .filter(YScalar.class::isInstance)
                .map(node -> ((YScalar) node).value());
    }

    List<String> texts(YamlPath list) {
        return tree.flatMap(root -> root.at(list)).orElse(null) instanceof YNode.YSeq seq
                ? seq.items().stream()
                        .filter(YScalar.class::isInstance)
                        .map(node -> ((YScalar) node).value())
                        .toList()
                : List.of();
    }

    /** A word of a shell's command line, in quotes when it needs them. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The first line that says something; empty when none does. */
    static Optional<String> firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }
}
