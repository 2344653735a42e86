package dev.coppice.model.complete;

import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.complete.Place.Position;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/** The line on which the cursor stands. */
final class CaretLine {

    private final String text;
    private final int offset;
    private final int start;
    private final int end;
    private final int content;

    CaretLine(String text, int offset) {
        this.text = text;
        this.offset = offset;
        int from = offset;
        while (from > 0 && !isBreak(text.charAt(from - 1))) {
            from--;
        }
        int to = offset;
        while (to < text.length() && !isBreak(text.charAt(to))) {
            to++;
        }
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        this.start = from;
        this.end = to;
        this.content = at;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    String text() {
        return text;
    }

    /** Whether nothing is written on the line. */
    boolean blank() {
        return content == end;
    }

    /** Whether an offset stands on the line. */
    boolean holds(int other) {
        return other >= start && other <= end;
    }

    /** The column where the line's text starts, or the cursor when it is before that. */
    int column() {
        return Math.min(content, offset) - start;
    }

    int columnOf(int other) {
        int at = other;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return other - at;
    }

    /** Whether only blanks and dashes stand on the line before an offset. */
    boolean dashesOnly(int other) {
        int at = other;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            char c = text.charAt(at - 1);
            if (!isBlank(c) && c != '-') {
                return false;
            }
            at--;
        }
        return true;
    }

    /** Whether the cursor is in a line of comment, or in the comment behind something. */
    boolean inComment() {
        boolean single = false;
        boolean twice = false;
        for (int at = start; at < offset; at++) {
            char c = text.charAt(at);
            if (c == '\'' && !twice) {
                single = !single;
            } else if (c == '"' && !single) {
                twice = !twice;
            } else if (c == '#'
                    && !single
                    && !twice
                    && (at == start || isBlank(text.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** A place on a line that has nothing else, a word that is being written aside. */
    Optional<Place> ownLine(
            Kind kind,
            YamlPath path,
            Optional<LooseNode> around,
            int column,
            int parentColumn,
            boolean newItem) {
        int from = Math.min(offset, lineContent());
        String typed = text.substring(from, offset);
        int to = wordEnd();
        boolean whole = text.substring(to, end).isBlank();
        if (typed.indexOf(' ') >= 0 || !whole) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(
                        kind,
                        path,
                        new TextRange(from, to),
                        typed,
                        new Position(false, true, column, parentColumn, newItem),
                        around,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Behind the blanks and dashes at the line's start. */
    private int lineContent() {
        int at = content;
        while (at < offset
                && text.charAt(at) == '-'
                && (at + 1 >= end || isBlank(text.charAt(at + 1)))) {
            at++;
            while (at < offset && isBlank(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /** Where the text of an item starts, or would start behind its dash. */
    int columnBehindDash() {
        int at = Math.min(offset, lineContent());
        return at - start + (at > start && text.charAt(at - 1) == '-' ? 1 : 0);
    }

    private int wordEnd() {
        int at = offset;
        while (at < end && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The place behind a colon that has no value yet. */
    Optional<Place> inline(YamlPath path, Optional<LooseNode> around, int parentColumn) {
        return Optional.of(
                new Place(
                        Kind.VALUE,
                        path,
                        new TextRange(offset, offset),
                        "",
                        new Position(false, false, columnOf(offset), parentColumn, false),
                        around,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A place between commas, brackets or braces. */
    Optional<Place> between(Kind kind, YamlPath path, LooseNode around, int column) {
        return Optional.of(
                new Place(
                        kind,
                        path,
                        new TextRange(offset, offset),
                        "",
                        new Position(true, false, columnOf(offset), column, false),
                        Optional.of(around),
                        Optional.empty(),
                        Optional.empty()));
    }
}
