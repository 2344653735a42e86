package dev.coppice.app.compose;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Swaps neighbours of a list in the text: items of a block with their comments, line by line; items
 * in brackets by their characters. The result is read again and must be the list with those two
 * swapped and everything else as it was, or nothing is changed.
 */
final class ItemMover {

    private final YamlParser parser = new YamlParser();

    /**
     * The edit that moves an item to a neighbouring place; empty when the text does not allow it.
     */
    Optional<EditBatch> move(SpecText text, String label, YamlPath list, int from, int to) {
        Optional<YNode> root = parser.parse(text).root();
        if (root.flatMap(r -> r.at(list)).orElse(null) instanceof YSeq seq) {
            int first = Math.min(from, to);
            if (Math.abs(from - to) == 1 && first >= 0 && first + 1 < seq.items().size()) {
                return swap(text.content(), seq, first)
                        .map(edit -> new EditBatch(label, List.of(edit)))
                        .filter(batch -> means(text, batch, root.get(), list, first));
            }
        }
        return Optional.empty();
    }

    private static Optional<TextEdit> swap(String text, YSeq seq, int first) {
        TextRange a = seq.items().get(first).range();
        TextRange b = seq.items().get(first + 1).range();
        if (seq.flow()) {
            String swapped =
                    text.substring(b.start(), b.end())
                            + text.substring(a.end(), b.start())
                            + text.substring(a.start(), a.end());
            return Optional.of(new TextEdit(new TextRange(a.start(), b.end()), swapped));
        }
        int startA = withComments(text, lineStart(text, a.start()));
        int startB = withComments(text, lineStart(text, b.start()));
        int end = lineEnd(text, b.end());
        if (startA >= startB || startB >= end) {
            return Optional.empty();
        }
        String upper = text.substring(startA, startB);
        String lower = text.substring(startB, end);
        if (!lower.endsWith("\n")) {
            String lineBreak = upper.endsWith("\r\n") ? "\r\n" : "\n";
            lower = lower + lineBreak;
            upper = upper.substring(0, upper.length() - lineBreak.length());
        }
        return Optional.of(new TextEdit(new TextRange(startA, end), lower + upper));
    }

    /** The start of the comment lines directly above a line. */
    private static int withComments(String text, int lineStart) {
        int start = lineStart;
        while (start > 0) {
            int above = lineStart(text, start - 1);
            if (!text.substring(above, start).strip().startsWith("#")) {
                break;
            }
            start = above;
        }
        return start;
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', Math.max(0, offset - 1)) + (offset == 0 ? 0 : 1);
    }

    private static int lineEnd(String text, int offset) {
        if (offset > 0 && text.charAt(offset - 1) == '\n') {
            return offset;
        }
        int at = text.indexOf('\n', offset);
        return at < 0 ? text.length() : at + 1;
    }

    private boolean means(SpecText text, EditBatch batch, YNode before, YamlPath list, int first) {
        ParsedYaml after = parser.parse(text.apply(batch));
        return after.root().isPresent()
                && value(after.root().get(), YamlPath.ROOT, list, -1)
                        .equals(value(before, YamlPath.ROOT, list, first));
    }

    /** What a tree means, with the items at {@code first} of the list swapped. */
    private static Object value(YNode node, YamlPath path, YamlPath list, int first) {
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
                                                            list,
                                                            first)))
                            .toList();
            case YSeq seq -> {
                var items = new ArrayList<Object>();
                for (int i = 0; i < seq.items().size(); i++) {
                    items.add(value(seq.items().get(i), path.index(i), list, first));
                }
                if (first >= 0 && path.equals(list)) {
                    Collections.swap(items, first, first + 1);
                }
                yield items;
            }
        };
    }
}
