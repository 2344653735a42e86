package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.List;

/** Makes the edits that plans consist of. */
record Edits(Lines lines) {

    static TextEdit insert(int offset, String text) {
        return replace(offset, offset, text);
    }

    static TextEdit delete(int start, int end) {
        return replace(start, end, "");
    }

    static TextEdit replace(int start, int end, String text) {
        return new TextEdit(new TextRange(start, Math.max(start, end)), text);
    }

    /** Removes whole lines, from that of {@code start} to that of {@code end}. */
    TextEdit deleteLines(int start, int end) {
        int next = lines.next(end);
        boolean lastLineIsOpen = next == lines.end(end) && lines.start(start) > 0;
        return lastLineIsOpen
                ? delete(lines.previousEnd(start), next)
                : delete(lines.start(start), next);
    }

    /**
     * Replaces a stretch of a line; when the new text has more lines, what stands behind the
     * stretch stays behind its first one.
     */
    List<TextEdit> replaceBefore(int start, int end, String text) {
        int firstEnd = firstLineEnd(text);
        int lineEnd = lines.end(end);
        if (firstEnd == text.length() || lines.isLast(end)) {
            return List.of(replace(start, end, text));
        }
        String first = text.substring(0, firstEnd);
        return List.of(replace(start, end, first), insert(lineEnd, text.substring(firstEnd)));
    }

    private static int firstLineEnd(String text) {
        int lf = text.indexOf('\n');
        int cr = text.indexOf('\r');
        if (lf < 0 && cr < 0) {
            return text.length();
        }
        return lf < 0 ? cr : cr < 0 ? lf : Math.min(lf, cr);
    }
}
