package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as it is marked in the text that a person sees, which may be newer than the text that
 * was analysed.
 *
 * @param diagnostic the finding
 * @param range where it is now
 */
public record Mark(Diagnostic diagnostic, TextRange range) {

    /** The places where two lists of marks look different. */
    static List<TextRange> differences(List<Mark> before, List<Mark> after) {
        Set<Look> old = looks(before);
        Set<Look> now = looks(after);
        return Stream.concat(
                        old.stream().filter(look -> !now.contains(look)),
                        now.stream().filter(look -> !old.contains(look)))
                .map(Look::range)
                .toList();
    }

    private static Set<Look> looks(List<Mark> marks) {
        return marks.stream()
                .map(mark -> new Look(mark.diagnostic.severity(), mark.range))
                .collect(Collectors.toSet());
    }

    private record Look(Severity severity, TextRange range) {}

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
