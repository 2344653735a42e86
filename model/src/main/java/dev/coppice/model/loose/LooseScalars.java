package dev.coppice.model.loose;

import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseNode.Style;

/** Reads keys and values that are texts; one line each, but for blocks. */
final class LooseScalars {

    private final String text;
    private final LooseLines lines;

    LooseScalars(String text, LooseLines lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The colon of the key that starts at an offset, or -1 when no key does. */
    int colonOf(int start) {
        char c = lines.at(start);
        if (c == '[' || c == '{' || c == '#') {
            return -1;
        }
        int end = lines.lineEnd(start);
        int at = start;
        if (c == '"' || c == '\'') {
            int close = closing(start, end);
            if (close < 0) {
                return -1;
            }
            at = lines.skipBlanks(close + 1);
            return lines.at(at) == ':' && lines.isSpace(at + 1) ? at : -1;
        }
        for (; at < end; at++) {
            if (lines.at(at) == ':' && lines.isSpace(at + 1)) {
                return at;
            }
            if (lines.at(at) == '#' && lines.isBlank(at - 1)) {
                return -1;
            }
        }
        return -1;
    }

    /** The key at an offset, with its colon or without. */
    LooseScalar key(int start) {
        int colon = colonOf(start);
        return colon < 0 ? value(start) : scalar(start, colon);
    }

    /** The value at an offset, to the end of its line. */
    LooseScalar value(int start) {
        int end = lines.lineEnd(start);
        for (int at = start + 1; at < end; at++) {
            if (lines.at(at) == '#' && lines.isBlank(at - 1) && !quoted(start, at)) {
                end = at;
            }
        }
        return scalar(start, end);
    }

    private boolean quoted(int start, int offset) {
        char c = lines.at(start);
        return (c == '"' || c == '\'') && closing(start, offset) < 0;
    }

    /** A scalar that ends before a limit at the latest; quotes may end it earlier. */
    LooseScalar scalar(int start, int limit) {
        char c = lines.at(start);
        if (c == '"' || c == '\'') {
            Style style = c == '"' ? Style.DOUBLE_QUOTED : Style.SINGLE_QUOTED;
            int close = closing(start, limit);
            int end = close < 0 ? trimmed(start + 1, limit) : close;
            int whole = close < 0 ? end : close + 1;
            return new LooseScalar(
                    text.substring(start + 1, end),
                    style,
                    close >= 0,
                    start + 1,
                    end,
                    start,
                    whole);
        }
        int end = trimmed(start, limit);
        return new LooseScalar(
                text.substring(start, end), Style.PLAIN, true, start, end, start, end);
    }

    private int trimmed(int start, int limit) {
        int end = limit;
        while (end > start && lines.isSpace(end - 1)) {
            end--;
        }
        return end;
    }

    /** The quote that closes the one at an offset, or -1. */
    int closing(int start, int limit) {
        char quote = lines.at(start);
        for (int at = start + 1; at < limit; at++) {
            if (quote == '"' && lines.at(at) == '\\') {
                at++;
            } else if (lines.at(at) == quote) {
                if (quote == '\'' && lines.at(at + 1) == '\'') {
                    at++;
                } else {
                    return at;
                }
            }
        }
        return -1;
    }

    /** A block behind {@code |} or {@code >}: the lines below that are blank or indented deeper. */
    LooseScalar block(int start, int parentColumn) {
        int first = lines.nextLine(start);
        int end = first;
        for (int line = first; line < text.length(); line = lines.nextLine(line)) {
            int content = lines.skipBlanks(line);
            if (!lines.isBreak(content) && content - line <= parentColumn) {
                break;
            }
            end = lines.lineEnd(line);
        }
        return new LooseScalar(
                text.substring(first, end), Style.BLOCK, true, first, end, start, end);
    }

    /** Behind the anchor and the tag at an offset, if there are any. */
    int skipProperties(int offset) {
        int at = lines.skipBlanks(offset);
        while ((lines.at(at) == '&' || lines.at(at) == '!') && !lines.isBreak(at)) {
            while (!lines.isSpace(at)) {
                at++;
            }
            at = lines.skipBlanks(at);
        }
        return at;
    }
}
