package dev.coppice.model.yaml;

/** Lines and columns around offsets of a text; a byte-order mark counts for no column. */
record Lines(String text) {

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The offset of the first character of the line. */
    int start(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 && text.startsWith("\uFEFF") && offset > 0 ? 1 : at;
    }

    /** The offset of the line's break, or of the text's end. */
    int end(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset of the next line's first character, or of the text's end. */
    int next(int offset) {
        int at = end(offset);
        if (at < text.length()) {
            boolean crLf = text.startsWith("\r\n", at);
            at += crLf ? 2 : 1;
        }
        return at;
    }

    /** The offset behind the last character of the line before, or 0. */
    int previousEnd(int offset) {
        int at = start(offset);
        if (at > 0 && text.charAt(at - 1) == '\n') {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == '\r' ? at - 1 : at;
    }

    /** The column of an offset in code points, from 0. */
    int column(int offset) {
        return text.codePointCount(start(offset), offset);
    }

    /** Whether only blanks stand before an offset on its line. */
    boolean isFirst(int offset) {
        return text.substring(start(offset), offset).isBlank();
    }

    /** Whether only blanks stand behind an offset on its line. */
    boolean isLast(int offset) {
        return text.substring(offset, end(offset)).isBlank();
    }

    /** Whether a line has nothing but blanks. */
    boolean isBlank(int offset) {
        return text.substring(start(offset), end(offset)).isBlank();
    }

    /** The column of the comment that a line consists of, or -1. */
    int commentColumn(int offset) {
        int at = start(offset);
        int end = end(offset);
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at < end && text.charAt(at) == '#' ? column(at) : -1;
    }

    /**
     * Behind the comment lines that follow a line directly and are indented deeper than a column:
     * they belong to what ends on the line.
     */
    int endWithDeeperComments(int offset, int column) {
        int end = end(offset);
        for (int line = next(offset); line < text.length(); line = next(line)) {
            if (commentColumn(line) <= column) {
                break;
            }
            end = end(line);
        }
        return end;
    }

    /**
     * Behind the blank lines that follow a line directly; the end of the line when there are none.
     */
    int endWithBlankLines(int offset) {
        int end = end(offset);
        for (int line = next(offset); line < text.length() && isBlank(line); line = next(line)) {
            end = end(line);
        }
        return end;
    }
}
