package dev.coppice.app.compose.editor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.List;
import java.util.Optional;

/** What is done to whole lines: those that a selection touches, or that of the cursor. */
final class LineCommands {

    private LineCommands() {}

    /** The lines once more below; the copy is selected as the original was. */
    static Rewrite duplicate(SpecText text, TextRange selection) {
        Lines lines = Lines.of(text, selection);
        String copy = lines.content(text);
        boolean last = !endsWithBreak(copy);
        String added = last ? lineBreak(text) + copy : copy;
        int shift = added.length();
        return new Rewrite(
                batch(
                        lines.several() ? "Duplicate lines" : "Duplicate line",
                        lines.end(),
                        lines.end(),
                        added),
                new TextRange(selection.start() + shift, selection.end() + shift));
    }

    /** The lines one line further up or down; empty at the end of the way. */
    static Optional<Rewrite> move(SpecText text, TextRange selection, boolean up) {
        Lines lines = Lines.of(text, selection);
        var index = lines.index();
        int other = up ? lines.first() - 1 : lines.last() + 1;
        if (other < 1
                || other > index.lines()
                || endsEmpty(index, lines.last())
                || endsEmpty(index, other)) {
            return Optional.empty();
        }
        TextRange place = index.rangeOf(other);
        int start = Math.min(lines.start(), place.start());
        int end = Math.max(lines.end(), place.end());
        String ours = lines.content(text);
        String theirs = text.content().substring(place.start(), place.end());
        String upper = up ? ours : theirs;
        String lower = up ? theirs : ours;
        if (!endsWithBreak(upper)) {
            String between = lineBreak(text);
            upper = upper + between;
            lower = lower.substring(0, lower.length() - between.length());
        }
        int shift = up ? start - lines.start() : start + upper.length() - lines.start();
        int most = text.content().length();
        return Optional.of(
                new Rewrite(
                        batch(up ? "Move up" : "Move down", start, end, upper + lower),
                        new TextRange(
                                Math.min(selection.start() + shift, most),
                                Math.min(selection.end() + shift, most))));
    }

    /** Whether a line is the empty one behind the last line break: it does not move. */
    private static boolean endsEmpty(LineIndex index, int line) {
        return line == index.lines() && index.rangeOf(line).length() == 0;
    }

    /** The lines taken away. */
    static Rewrite delete(SpecText text, TextRange selection) {
        Lines lines = Lines.of(text, selection);
        int start = lines.start();
        if (!endsWithBreak(lines.content(text)) && lines.first() > 1) {
            start -= lineBreak(text).length();
        }
        int caret = Math.min(start, text.content().length() - (lines.end() - start));
        return new Rewrite(
                batch(lines.several() ? "Delete lines" : "Delete line", start, lines.end(), ""),
                new TextRange(caret, caret));
    }

    private static EditBatch batch(String label, int start, int end, String replacement) {
        return new EditBatch(label, List.of(new TextEdit(new TextRange(start, end), replacement)));
    }

    private static boolean endsWithBreak(String lines) {
        return lines.endsWith("\n") || lines.endsWith("\r");
    }

    /** The line break of the text's first line. */
    private static String lineBreak(SpecText text) {
        int at = text.content().indexOf('\n');
        return at > 0 && text.content().charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }

    /** Lines from 1, the last one included, with the stretch that they fill. */
    private record Lines(LineIndex index, int first, int last, int start, int end) {

        static Lines of(SpecText text, TextRange selection) {
            var index = new LineIndex(text);
            int first = index.lineOf(selection.start());
            int last = index.lineOf(selection.end());
            if (last > first && index.startOf(last) == selection.end()) {
                last--;
            }
            return new Lines(index, first, last, index.startOf(first), index.rangeOf(last).end());
        }

        boolean several() {
            return last > first;
        }

        String content(SpecText text) {
            return text.content().substring(start, end);
        }
    }
}
