package dev.coppice.model.yaml;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;

/** The text whose comments may go with a change: what is removed or replaced, in whole lines. */
final class RemovedText {

    private RemovedText() {}

    static String of(SpecText text, YamlParser parser, YamlOp op) {
        YNode root = parser.parse(text).root().orElseThrow();
        return switch (op) {
            case YamlOp.Remove remove -> removed(text, root, remove.path());
            case YamlOp.Set set ->
                    root.at(set.path()).map(old -> replaced(text, old, set.value())).orElse("");
            default -> "";
        };
    }

    /** The lines of an entry or item, and the comments below that are indented deeper. */
    private static String removed(SpecText text, YNode root, YamlPath path) {
        YNode parent = root.at(path.parent()).orElseThrow();
        int start;
        int end;
        if (parent instanceof YNode.YMap map) {
            YNode.Entry entry =
                    map.entries().stream()
                            .filter(
                                    e ->
                                            YamlPath.ROOT
                                                    .key(e.key().value())
                                                    .steps()
                                                    .equals(
                                                            path.steps()
                                                                    .subList(
                                                                            path.steps().size() - 1,
                                                                            path.steps().size())))
                            .findFirst()
                            .orElseThrow();
            start = entry.key().range().start();
            end = Math.max(entry.key().range().end(), entry.value().range().end());
            if (entry.value().range().start() < start) {
                // an alias, which has its anchor's range, perhaps on the line below
                var lines = new LineIndex(text);
                end = lines.rangeOf(lines.lineOf(end) + 1).end();
            }
        } else {
            int index = ((YamlPath.Index) path.steps().getLast()).index();
            YNode.YSeq list = (YNode.YSeq) parent;
            start = list.items().get(index).range().start();
            end = list.items().get(index).range().end();
            start = list.flow() ? start : dash(text, list, index);
        }
        // an alias has the range of its anchor, which stands before it
        return text.content().substring(start, endWithDeeper(text, start, Math.max(start, end)));
    }

    /** The dash of an item: all stand in the column of the first. */
    private static int dash(SpecText text, YNode.YSeq list, int index) {
        var lines = new LineIndex(text);
        int first = list.range().start();
        int column = text.positionAt(first).column();
        int found = 0;
        for (int line = lines.lineOf(first) + 1; line <= lines.lines() && found < index; line++) {
            int at = lines.startOf(line) + column - 1;
            String before = text.content().substring(lines.startOf(line));
            boolean here = before.length() >= column && before.substring(0, column - 1).isBlank();
            if (here && text.content().charAt(at) == '-') {
                found++;
                first = at;
            }
        }
        return first;
    }

    private static int endWithDeeper(SpecText text, int start, int end) {
        var lines = new LineIndex(text);
        int column = text.positionAt(start).column() - 1;
        int line = lines.lineOf(end);
        int last = line;
        for (int next = line + 1; next <= lines.lines(); next++) {
            String words = text.content().substring(lines.startOf(next), lines.rangeOf(next).end());
            boolean deeper =
                    words.strip().startsWith("#")
                            && words.length() - words.stripLeading().length() >= column;
            if (!deeper && !words.isBlank()) {
                break;
            }
            last = deeper ? next : last;
        }
        return lines.rangeOf(last).end();
    }

    /** What stands inside the old value; the line's comment behind it only if it has lines. */
    private static String replaced(SpecText text, YNode old, YamlValue value) {
        boolean block =
                switch (old) {
                    case YNode.YMap map -> !map.flow();
                    case YNode.YSeq seq -> !seq.flow();
                    case YNode.YScalar scalar -> false;
                };
        int end = old.range().end();
        if (block) {
            end = endWithDeeper(text, old.range().start(), end);
        }
        return text.content().substring(old.range().start(), end);
    }
}
