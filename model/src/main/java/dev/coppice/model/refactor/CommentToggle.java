package dev.coppice.model.refactor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes comments of lines, and lines of comments. The marks stand in one column, that of the line
 * which is indented least, so that the lines keep their shape and a part of a block text stays a
 * part of it. Blank lines and line breaks are not touched.
 */
public final class CommentToggle {

    private static final String MARK = "# ";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Comments the lines that a selection touches, or uncomments them when all of them are
     * comments.
     *
     * @param selection a stretch of the text; an empty one stands for its line; a line of which
     *     only the start is reached does not count
     */
    public RefactorResult toggle(SpecText text, TextRange selection) {
        List<Line> lines = lines(text, selection);
        if (lines.isEmpty()) {
            return new RefactorResult.Refused("There is nothing but blank lines here.");
        }
        boolean comments = lines.stream().allMatch(line -> line.isComment(text));
        return RefactorResult.Changed.form(comments ? uncomment(text, lines) : comment(lines));
    }

    private static EditBatch comment(List<Line> lines) {
        int column = lines.stream().mapToInt(Line::indent).min().orElseThrow();
        List<TextEdit> edits =
                lines.stream()
                        .map(line -> line.start() + column)
                        .map(at -> new TextEdit(new TextRange(at, at), MARK))
                        .toList();
        return new EditBatch(lines.size() == 1 ? "Comment line" : "Comment lines", edits);
    }

    private static EditBatch uncomment(SpecText text, List<Line> lines) {
        var edits = new ArrayList<TextEdit>();
        for (Line line : lines) {
            int at = line.content();
            int length = text.content().startsWith(MARK, at) ? MARK.length() : 1;
            edits.add(new TextEdit(new TextRange(at, at + length), ""));
        }
        return new EditBatch(lines.size() == 1 ? "Uncomment line" : "Uncomment lines", edits);
    }

    /** The lines of a selection that are not blank. */
    private static List<Line> lines(SpecText text, TextRange selection) {
        String content = text.content();
        var index = new LineIndex(text);
        int first = index.lineOf(selection.start());
        int last = index.lineOf(selection.end());
        if (last > first && index.startOf(last) == selection.end()) {
            last--;
        }
        var lines = new ArrayList<Line>();
        for (int number = first; number <= last; number++) {
            TextRange range = index.rangeOf(number);
            int start = range.start();
            if (start == 0 && !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK) {
                start = 1;
            }
            int at = start;
            while (at < range.end() && Character.isWhitespace(content.charAt(at))) {
                at++;
            }
            if (at < range.end()) {
                lines.add(new Line(start, at));
            }
        }
        return lines;
    }

    /** A line by its start and by its first character that is no blank. */
    private record Line(int start, int content) {

        int indent() {
            return content - start;
        }

        boolean isComment(SpecText text) {
            return text.content().charAt(content) == '#';
        }
    }
}
