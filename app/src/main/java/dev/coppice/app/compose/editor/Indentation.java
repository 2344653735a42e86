package dev.coppice.app.compose.editor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextEdits;
import dev.coppice.model.text.TextRange;

import org.fxmisc.richtext.CodeArea;

import java.util.ArrayList;
import java.util.Optional;

/** Lines that keep their place: YAML means by indentation. */
final class Indentation {

    private static final String STEP = "  ";

    private Indentation() {}

    /** A new line below, as far in as this one, or a step further below a key without a value. */
    static void newLine(CodeArea area) {
        int line = area.getCurrentParagraph();
        String before = area.getText(line).substring(0, area.getCaretColumn());
        int indent = 0;
        while (indent < before.length() && before.charAt(indent) == ' ') {
            indent++;
        }
        String trimmed = before.strip();
        boolean opens = trimmed.endsWith(":") || trimmed.endsWith(": |") || trimmed.endsWith(": >");
        area.replaceSelection("\n" + " ".repeat(indent) + (opens ? STEP : ""));
        area.requestFollowCaret();
    }

    /** What Tab adds at a column: as much as there is to the next step. */
    static String fill(int column) {
        return " ".repeat(STEP.length() - column % STEP.length());
    }

    /** Moves the lines of a selection by a step, as one step of undo; empty if nothing moves. */
    static Optional<Rewrite> shift(SpecText text, TextRange selection, boolean back) {
        var index = new LineIndex(text);
        int first = index.lineOf(selection.start());
        int last = index.lineOf(selection.end());
        if (last > first && index.startOf(last) == selection.end()) {
            last--;
        }
        var edits = new ArrayList<TextEdit>();
        for (int line = first; line <= last; line++) {
            TextRange place = index.rangeOf(line);
            String content = text.content().substring(place.start(), place.end());
            int start = place.start();
            if (!back && !content.isBlank()) {
                edits.add(new TextEdit(new TextRange(start, start), STEP));
            } else if (back && content.startsWith(" ")) {
                int end = start + (content.startsWith(STEP) ? STEP.length() : 1);
                edits.add(new TextEdit(new TextRange(start, end), ""));
            }
        }
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        var batch = new EditBatch(back ? "Outdent" : "Indent", edits);
        TextRange moved = TextEdits.shift(selection, batch);
        int start = selection.start() == index.startOf(first) ? selection.start() : moved.start();
        return Optional.of(new Rewrite(batch, new TextRange(start, Math.max(start, moved.end()))));
    }
}
