package dev.coppice.model.yaml;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;

/** The text whose comments may go with a change: what is removed or replaced, in whole lines. */
final class RemovedText {

    private RemovedText() {}

    static String of(SpecText text, YamlOp op) {
        return switch (op) {
            case YamlOp.Remove remove -> removed(text, remove.path(), 0);
            case YamlOp.RemoveDuplicate remove -> removed(text, remove.path(), 1);
            case YamlOp.Set set -> replaced(text, set.path());
            default -> "";
        };
    }

    private static Located find(SpecText text, YamlPath path) {
        var faults = new Faults(text.content());
        RawDocument document = RawReader.read(new SourceText(text.content()), faults);
        return Located.find(document.root().orElseThrow(), path);
    }

    /** The lines of an entry or item, and the comments below that are indented deeper. */
    private static String removed(SpecText text, YamlPath path, int which) {
        Located found = find(text, path);
        if (found.depth() < path.steps().size()) {
            // inside of an alias: the alias is written out, and nothing goes
            return "";
        }
        int index = found.indexes().getLast();
        if (which > 0) {
            Raw parent = found.nodes().get(found.depth() - 1);
            index = Located.indexOf(parent, path.steps().getLast(), index + 1);
        }
        Children.Child child =
                found.nodes().get(found.depth() - 1) instanceof Raw.Mapping map
                        ? Children.of(map).get(index)
                        : Children.of((Raw.Sequence) found.nodes().get(found.depth() - 1))
                                .get(index);
        return text.content()
                .substring(child.start(), endWithDeeper(text, child.start(), child.fullEnd()));
    }

    private static int endWithDeeper(SpecText text, int start, int end) {
        var lines = new LineIndex(text);
        int column = text.positionAt(start).column() - 1;
        int last = lines.lineOf(end);
        for (int next = last + 1; next <= lines.lines(); next++) {
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

    /** What stands inside the old value, to the end of its last line when it is a block. */
    private static String replaced(SpecText text, YamlPath path) {
        Located found = find(text, path);
        if (found.depth() < path.steps().size()) {
            return "";
        }
        Raw old = found.node();
        boolean block =
                switch (old) {
                    case Raw.Mapping map -> !map.flow();
                    case Raw.Sequence list -> !list.flow();
                    case Raw.Scalar scalar -> false;
                    case Raw.Alias alias -> false;
                };
        int end = block ? endWithDeeper(text, old.contentStart(), old.end()) : old.end();
        return text.content().substring(old.contentStart(), end);
    }
}
