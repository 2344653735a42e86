package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A foreign document with the report of what becomes of its fields. */
final class Foreign {

    private final YNode root;
    private final LineIndex lines;
    private final List<ImportNote> notes = new ArrayList<>();

    Foreign(SpecText text, YNode root) {
        this.root = root;
        this.lines = new LineIndex(text);
    }

    /** The report in the order of the file. */
    List<ImportNote> notes() {
        return notes.stream().sorted(ImportNote.byPlace()).toList();
    }

    void taken(YamlPath path, String target) {
        note(path, Outcome.TAKEN, target, "");
    }

    void near(YamlPath path, String target, String reason) {
        note(path, Outcome.APPROXIMATED, target, reason);
    }

    void dropped(YamlPath path, String reason) {
        note(path, Outcome.DROPPED, "", reason);
    }

    private void note(YamlPath path, Outcome outcome, String target, String reason) {
        int offset = root.at(path).map(node -> node.range().start()).orElse(0);
        notes.add(
                new ImportNote(path.toString(), lines.positionAt(offset), outcome, target, reason));
    }

    Optional<YNode> at(YamlPath path) {
        return root.at(path);
    }

    /** The text of a scalar; empty for anything else and for nothing. */
    Optional<String> text(YamlPath path) {
        return root.at(path)
                .filter(node -> node instanceof YScalar s && s.type() != YScalar.Type.NULL)
                .map(node -> ((YScalar) node).value());
    }

    /** The boolean at a path, written in one of the ways of YAML 1.1. */
    Optional<Boolean> bool(YamlPath path) {
        return text(path)
                .map(String::toLowerCase)
                .filter(t -> List.of("true", "yes", "on", "false", "no", "off").contains(t))
                .map(t -> List.of("true", "yes", "on").contains(t));
    }

    /** The keys of a mapping. */
    List<String> keys(YamlPath path) {
        return root.at(path).orElse(null) instanceof YMap map
                ? map.entries().stream().map(e -> e.key().value()).distinct().toList()
                : List.of();
    }

    /** How many items a list has. */
    int size(YamlPath path) {
        return root.at(path).orElse(null) instanceof YSeq list ? list.items().size() : 0;
    }

    /** The texts of a list, or of one text that is divided by commas. */
    List<String> texts(YamlPath path) {
        if (root.at(path).orElse(null) instanceof YSeq list) {
            return list.items().stream()
                    .filter(YScalar.class::isInstance)
                    .map(item -> ((YScalar) item).value().strip())
                    .filter(t -> !t.isEmpty())
                    .toList();
        }
        return text(path).stream()
                .flatMap(t -> Stream.of(t.split(",")))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }
}
