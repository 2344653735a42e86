package dev.coppice.app.compose.editor;

import dev.coppice.model.text.TextEdit;

import java.util.Arrays;

/**
 * The two ways to count in a text: as it is in the file, and as the editor holds it, where every
 * line end is one LF. Immutable.
 */
final class DocumentOffsets {

    /** Where the CR of each CRLF is, in the text. */
    private final int[] returns;

    /** Where the LF of each CRLF is, in the document. */
    private final int[] breaks;

    /** How many lines end without a CR. */
    private final int others;

    DocumentOffsets(String content) {
        this(returns(content, 0, content.length()), plainBreaks(content, 0, content.length()));
    }

    private DocumentOffsets(int[] returns, int others) {
        this.returns = returns;
        this.others = others;
        this.breaks = new int[returns.length];
        for (int i = 0; i < returns.length; i++) {
            breaks[i] = returns[i] - i;
        }
    }

    /** The same after an edit, found near the edit only. */
    DocumentOffsets after(String before, TextEdit edit, String after) {
        int start = edit.range().start();
        int oldEnd = edit.range().end();
        int newEnd = start + edit.replacement().length();
        int[] fresh = returns(after, start - 1, newEnd);
        int count =
                others
                        - plainBreaks(before, start, oldEnd + 1)
                        + plainBreaks(after, start, newEnd + 1);
        if (returns.length == 0 && fresh.length == 0) {
            return new DocumentOffsets(returns, count);
        }
        int head = countBelow(returns, start - 1);
        int tail = countBelow(returns, oldEnd);
        var all = new int[head + fresh.length + returns.length - tail];
        System.arraycopy(returns, 0, all, 0, head);
        System.arraycopy(fresh, 0, all, head, fresh.length);
        for (int i = tail; i < returns.length; i++) {
            all[head + fresh.length + i - tail] = returns[i] + newEnd - oldEnd;
        }
        return new DocumentOffsets(all, count);
    }

    /** The CRs before {@code to}, from {@code from} on, that a LF follows. */
    private static int[] returns(String content, int from, int to) {
        int[] found = new int[0];
        int n = 0;
        int at = content.indexOf('\r', Math.max(0, from));
        while (at >= 0 && at < to) {
            if (at + 1 < content.length() && content.charAt(at + 1) == '\n') {
                found = n == found.length ? Arrays.copyOf(found, n * 2 + 8) : found;
                found[n++] = at;
            }
            at = content.indexOf('\r', at + 1);
        }
        return Arrays.copyOf(found, n);
    }

    /** How many LFs there are in a stretch that no CR precedes. */
    private static int plainBreaks(String content, int from, int to) {
        int n = 0;
        int at = content.indexOf('\n', from);
        while (at >= 0 && at < to) {
            n += at > 0 && content.charAt(at - 1) == '\r' ? 0 : 1;
            at = content.indexOf('\n', at + 1);
        }
        return n;
    }

    /** A text as the editor holds it. */
    static String document(String content) {
        return content.indexOf('\r') < 0
                ? content
                : content.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** What was typed, with the line ends that the file has. */
    String forFile(String typed) {
        return returns.length > others ? typed.replace("\n", "\r\n") : typed;
    }

    /** The offset in the editor of an offset in the text. */
    int toDocument(int textOffset) {
        return textOffset - countBelow(returns, textOffset);
    }

    /** The offset in the text of an offset in the editor; of a line's end, before its CR. */
    int toText(int documentOffset) {
        return documentOffset + countBelow(breaks, documentOffset);
    }

    private static int countBelow(int[] sorted, int limit) {
        int i = Arrays.binarySearch(sorted, limit);
        return i >= 0 ? i : -i - 1;
    }
}
