package dev.coppice.model.loose;

/** The lines of a text, for a reader that goes by columns. Lines end with LF, CRLF or CR. */
final class LooseLines {

    private final String text;

    LooseLines(String text) {
        this.text = text;
    }

    /** The character at an offset; a line feed behind the end. */
    char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\n';
    }

    boolean isBreak(int offset) {
        char c = at(offset);
        return c == '\n' || c == '\r';
    }

    /** Whether a blank, a line end or the text's end stands there. */
    boolean isSpace(int offset) {
        return isBlank(offset) || isBreak(offset);
    }

    boolean isBlank(int offset) {
        char c = at(offset);
        return c == ' ' || c == '\t';
    }

    int lineStart(int offset) {
        int at = offset;
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }

    int lineEnd(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(at)) {
            at++;
        }
        return at;
    }

    /** The first character of the next line; the text's end when there is none. */
    int nextLine(int offset) {
        int end = lineEnd(offset);
        if (end >= text.length()) {
            return text.length();
        }
        return end + (text.startsWith("\r\n", end) ? 2 : 1);
    }

    int column(int offset) {
        return offset - lineStart(offset);
    }

    int skipBlanks(int offset) {
        int at = offset;
        while (at < text.length() && isBlank(at)) {
            at++;
        }
        return at;
    }

    /** Whether the rest of the line is blank or a comment. */
    boolean restIsEmpty(int offset) {
        int at = skipBlanks(offset);
        return isBreak(at) || at(at) == '#' && (at == 0 || isSpace(at - 1));
    }

    /**
     * The first character that is neither blank nor comment, from the start of a line on; the
     * text's length when there is none.
     */
    int contentFrom(int lineStart) {
        int line = lineStart;
        while (line < text.length()) {
            int at = skipBlanks(line);
            if (!isBreak(at) && at(at) != '#') {
                return at;
            }
            line = nextLine(at);
        }
        return text.length();
    }

    /** The first content of the lines below. */
    int contentBelow(int offset) {
        return contentFrom(nextLine(offset));
    }
}
