package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.List;

/**
 * A finding as it is marked in the text that a person sees, which may be newer than the text that
 * was analysed.
 *
 * @param diagnostic the finding
 * @param range where it is now
 */
public record Mark(Diagnostic diagnostic, TextRange range) {

    /** Where it is after an edit. */
    public Mark shifted(EditBatch batch) {
        int start = range.start();
        int end = range.end();
        List<TextEdit> edits = batch.edits();
        for (int i = edits.size() - 1; i >= 0; i--) {
            TextRange cut = edits.get(i).range();
            int grown = edits.get(i).replacement().length() - cut.length();
            if (cut.end() <= start && cut.start() < start) {
                start += grown;
                end += grown;
            } else if (cut.start() < end) {
                start = Math.min(start, cut.start());
                end = Math.max(end, cut.end()) + grown;
            }
        }
        return new Mark(diagnostic, new TextRange(start, Math.max(start, end)));
    }
}
