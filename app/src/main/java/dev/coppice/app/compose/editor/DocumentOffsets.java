package dev.coppice.app.compose.editor;

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

    private final String lineEnd;

    DocumentOffsets(String content) {
        int[] found = new int[16];
        int n = 0;
        int others = 0;
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) != '\n') {
                continue;
            }
            if (i > 0 && content.charAt(i - 1) == '\r') {
                if (n == found.length) {
                    found = Arrays.copyOf(found, n * 2);
                }
                found[n++] = i - 1;
            } else {
                others++;
            }
        }
        returns = Arrays.copyOf(found, n);
        breaks = new int[n];
        for (int i = 0; i < n; i++) {
            breaks[i] = returns[i] - i;
        }
        lineEnd = n > others ? "\r\n" : "\n";
    }

    /** A text as the editor holds it. */
    static String document(String content) {
        return content.indexOf('\r') < 0
                ? content
                : content.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** What was typed, with the line ends that the file has. */
    String forFile(String typed) {
        return lineEnd.equals("\n") ? typed : typed.replace("\n", lineEnd);
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
