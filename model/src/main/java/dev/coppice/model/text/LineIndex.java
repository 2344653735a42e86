package dev.coppice.model.text;

import java.util.Arrays;

/**
 * Where the lines of a text start: finds positions and offsets in O(log n). Lines end with LF, CRLF
 * or CR, as in {@link SpecText#positionAt}, which gives the same answers slowly.
 */
public final class LineIndex {

    private final int[] starts;
    private final int length;

    public LineIndex(SpecText text) {
        String content = text.content();
        this.length = content.length();
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < length; i++) {
            char c = content.charAt(i);
            boolean crLf = c == '\r' && i + 1 < length && content.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crLf)) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** The number of lines; a text that ends with a line break has an empty last line. */
    public int lines() {
        return starts.length;
    }

    /** The place of an offset; offsets outside the text count as its nearest end. */
    public Position positionAt(int offset) {
        int inside = Math.clamp(offset, 0, length);
        int line = lineOf(inside);
        return new Position(line, inside - starts[line - 1] + 1);
    }

    /** The line, from 1, on which an offset stands. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset of a place; a place behind the end of its line or text counts as that end. */
    public int offsetAt(Position position) {
        if (position.line() > starts.length) {
            return length;
        }
        int line = Math.max(1, position.line());
        int end = line < starts.length ? starts[line] - 1 : length;
        return Math.clamp(starts[line - 1] + position.column() - 1L, starts[line - 1], end);
    }

    /** The offset of a line's first character; lines count from 1. */
    public int startOf(int line) {
        return starts[Math.clamp(line, 1, starts.length) - 1];
    }

    /** The characters of a line with its line break; lines count from 1. */
    public TextRange rangeOf(int line) {
        int inside = Math.clamp(line, 1, starts.length);
        return new TextRange(starts[inside - 1], inside < starts.length ? starts[inside] : length);
    }
}
