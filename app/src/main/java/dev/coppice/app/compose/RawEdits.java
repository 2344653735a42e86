package dev.coppice.app.compose;

import dev.coppice.app.compose.form.RawText;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts lines of YAML in the place of a mapping. The result is read again: everything else must mean
 * what it meant, or nothing is changed.
 */
final class RawEdits {

    private static final int STEP = 2;

    private final YamlParser parser = new YamlParser();

    /** The edit, or why it cannot be made. */
    PatchResult rewrite(SpecText text, String label, YamlPath path, String yaml) {
        Optional<YNode> root = parser.parse(text).root();
        Optional<YNode> parent = root.flatMap(r -> r.at(path.parent()));
        Optional<YNode> old = root.flatMap(r -> r.at(path));
        if (!(parent.orElse(null) instanceof YMap map)
                || !(path.steps().getLast() instanceof YamlPath.Key(String key))
                || !(old.orElse(null) instanceof YMap now)) {
            return new PatchResult.Refused("It is not in the text any more.");
        }
        ParsedYaml alone = parser.parse(new SpecText(yaml));
        if (!alone.problems().isEmpty()) {
            var first = alone.problems().getFirst();
            return new PatchResult.Refused(
                    "Line " + first.start().line() + ": " + first.message() + ".");
        }
        if (alone.root().isPresent() && !(alone.root().get() instanceof YMap)) {
            return new PatchResult.Refused("Write settings, each as `name: value`.");
        }
        YScalar name =
                map.entries().stream()
                        .filter(e -> e.key().value().equals(key))
                        .map(YNode.Entry::key)
                        .findFirst()
                        .orElseThrow();
        TextEdit edit = edit(text.content(), name, now, alone.root().isEmpty(), yaml);
        var batch = new EditBatch(label, List.of(edit));
        ParsedYaml after = parser.parse(text.apply(batch));
        boolean same =
                after.problems().isEmpty()
                        && after.root().isPresent()
                        && value(after.root().get(), YamlPath.ROOT, path)
                                .equals(value(root.get(), YamlPath.ROOT, path))
                        && after.root().get().at(path).orElse(null) instanceof YMap;
        return same
                ? new PatchResult.Patched(batch)
                : new PatchResult.Refused(
                        "The text around it is written so that this can be changed there only.");
    }

    private static TextEdit edit(
            String content, YScalar name, YMap now, boolean empty, String yaml) {
        String lineBreak = content.contains("\r\n") ? "\r\n" : "\n";
        int indent =
                now.flow()
                        ? RawText.indent(content, name.range().start()) + STEP
                        : RawText.indent(content, now.range().start());
        if (empty) {
            return new TextEdit(
                    new TextRange(content.indexOf(':', name.range().end()) + 1, now.range().end()),
                    " {}");
        }
        String stripped = yaml.strip();
        if (stripped.startsWith("{")) {
            return new TextEdit(
                    new TextRange(content.indexOf(':', name.range().end()) + 1, now.range().end()),
                    " " + stripped.lines().map(String::strip).collect(Collectors.joining(" ")));
        }
        String margin = " ".repeat(indent);
        String block =
                yaml.stripTrailing()
                        .lines()
                        .map(line -> line.isBlank() ? "" : margin + line)
                        .collect(Collectors.joining(lineBreak));
        return now.flow()
                ? new TextEdit(
                        new TextRange(
                                content.indexOf(':', name.range().end()) + 1, now.range().end()),
                        lineBreak + block)
                : new TextEdit(now.range(), block.substring(indent));
    }

    /** What a tree means, without the mapping at a path. */
    private static Object value(YNode node, YamlPath path, YamlPath without) {
        if (path.equals(without)) {
            return "";
        }
        return switch (node) {
            case YScalar scalar -> List.of(scalar.type(), scalar.value());
            case YMap map ->
                    map.entries().stream()
                            .map(
                                    e ->
                                            List.of(
                                                    e.key().value(),
                                                    value(
                                                            e.value(),
                                                            path.key(e.key().value()),
                                                            without)))
                            .toList();
            case YSeq seq -> {
                var items = new ArrayList<Object>();
                for (int i = 0; i < seq.items().size(); i++) {
                    items.add(value(seq.items().get(i), path.index(i), without));
                }
                yield items;
            }
        };
    }
}
