package dev.coppice.model.text;

/**
 * A half-open stretch of a text in UTF-16 offsets.
 *
 * @param start first offset
 * @param end offset behind the last
 */
public record TextRange(int start, int end) {

    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int offset) {
        return offset >= start && offset < end;
    }
}
