package dev.coppice.model.complete;

import dev.coppice.model.text.TextRange;

/**
 * The line of a unit's text that is being written (systemd.syntax(7)).
 *
 * @param section the section that it stands in; empty before the first
 * @param setting the setting whose value is being written; empty when it is a name or a section
 * @param word the characters that are being written
 * @param typed the part of them before the cursor
 * @param assigned whether an equals sign stands behind the word
 * @param part what of a unit it is
 */
record UnitLine(
        String section, String setting, TextRange word, String typed, boolean assigned, Part part) {

    /** What is being written. */
    enum Part {
        SECTION,
        NAME,
        VALUE,
        /** A comment, or the rest of a long line. */
        OTHER
    }

    /**
     * Reads a line.
     *
     * @param start where the unit's text starts
     * @param caret where the cursor is
     */
    static UnitLine at(String text, int start, int caret) {
        int from = caret;
        while (from > start && text.charAt(from - 1) != '\n') {
            from--;
        }
        while (from < caret && isBlank(text.charAt(from))) {
            from++;
        }
        String section = section(text, start, from);
        int equals = text.substring(from, caret).indexOf('=');
        char first = from < caret ? text.charAt(from) : ' ';
        Part part =
                first == '#' || first == ';' || continues(text, start, from)
                        ? Part.OTHER
                        : first == '[' ? Part.SECTION : equals >= 0 ? Part.VALUE : Part.NAME;
        int word = part == Part.VALUE ? wordStart(text, from + equals + 1, caret) : from;
        int end = wordEnd(text, caret);
        boolean assigned = end < text.length() && text.charAt(end) == '=';
        if (part == Part.SECTION && end < text.length() && text.charAt(end) == ']') {
            end++;
        }
        String setting = part == Part.VALUE ? text.substring(from, from + equals).strip() : "";
        return new UnitLine(
                section,
                setting,
                new TextRange(word, end),
                text.substring(word, caret),
                assigned,
                part);
    }

    private static int wordStart(String text, int from, int caret) {
        int at = caret;
        while (at > from && !isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordEnd(String text, int caret) {
        int at = caret;
        while (at < text.length() && " \t\r\n=]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String section(String text, int start, int end) {
        String section = "";
        for (String line : text.substring(start, end).split("\n")) {
            String head = line.strip();
            if (head.startsWith("[") && head.endsWith("]") && head.length() > 2) {
                section = head.substring(1, head.length() - 1);
            }
        }
        return section;
    }

    /** Whether the line before ends in a backslash. */
    private static boolean continues(String text, int start, int from) {
        String before = text.substring(start, from).stripTrailing();
        boolean sameLine = text.substring(start + before.length(), from).indexOf('\n') < 0;
        return before.endsWith("\\") && !sameLine;
    }
}
