package dev.coppice.model.diag;

import java.util.Arrays;

/**
 * A line as a terminal shows it: tabs widened, control characters made visible, and the columns at
 * which each of its characters stands.
 */
final class DisplayLine {

    private static final int TAB = 4;
    private static final int BEFORE = 60;
    private static final int WIDTH = 140;

    private final String text;
    private final int[] columns;

    private DisplayLine(String text, int[] columns) {
        this.text = text;
        this.columns = columns;
    }

    /** A line of a file; a very long one is cut around the character that matters. */
    static DisplayLine of(String line, int focus) {
        int from =
                line.length() <= WIDTH ? 0 : Math.max(0, Math.min(focus, line.length()) - BEFORE);
        from = from > 0 && Character.isLowSurrogate(line.charAt(from)) ? from - 1 : from;
        var out = new StringBuilder(from > 0 ? "…" : "");
        var columns = new int[line.length() + 1];
        int column = out.length();
        int i = from;
        while (i < line.length() && column < WIDTH) {
            int c = line.codePointAt(i);
            columns[i] = column;
            int units = Character.charCount(c);
            if (units == 2) {
                columns[i + 1] = column;
            }
            if (c == '\t') {
                out.append(" ".repeat(TAB));
                column += TAB;
            } else {
                boolean hidden = Character.isISOControl(c) || isDirectional(c);
                out.appendCodePoint(hidden ? 0xFFFD : c);
                column += hidden ? 1 : width(c);
            }
            i += units;
        }
        if (i < line.length()) {
            out.append('…');
        }
        Arrays.fill(columns, Math.min(i, line.length()), columns.length, column);
        return new DisplayLine(out.toString(), columns);
    }

    String text() {
        return text;
    }

    /** The column, from 0, at which a character of the line is shown. */
    int column(int index) {
        return columns[Math.clamp(index, 0, columns.length - 1)];
    }

    /** Marks that turn the direction of writing would show another line than the file has. */
    private static boolean isDirectional(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** East Asian wide characters and emoji, in the blocks of Unicode that hold them. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
