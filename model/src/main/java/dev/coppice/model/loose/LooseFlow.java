package dev.coppice.model.loose;

import dev.coppice.model.loose.LooseNode.Entry;
import dev.coppice.model.loose.LooseNode.Item;
import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseNode.Missing;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands in brackets and braces, closed or not. */
final class LooseFlow {

    private static final int DEPTH = 60;

    private final String text;
    private final LooseLines lines;
    private final LooseScalars scalars;
    private int at;
    private int end;
    private int depth;

    LooseFlow(String text, LooseLines lines, LooseScalars scalars) {
        this.text = text;
        this.lines = lines;
        this.scalars = scalars;
    }

    /** The collection at an offset; it ends at a line that is not indented deeper at the latest. */
    LooseNode read(int start, int parentColumn) {
        at = start;
        end = extent(start, parentColumn);
        depth = 0;
        return value();
    }

    private int extent(int start, int parentColumn) {
        int last = lines.lineEnd(start);
        while (last < text.length()) {
            int line = lines.nextLine(last);
            int content = lines.skipBlanks(line);
            boolean closes = lines.at(content) == ']' || lines.at(content) == '}';
            if (!lines.isBreak(content) && !closes && content - line <= parentColumn) {
                break;
            }
            int next = lines.lineEnd(line);
            if (next == last) {
                break;
            }
            last = next;
        }
        return last;
    }

    private LooseNode value() {
        char c = lines.at(at);
        if ((c == '[' || c == '{') && depth < DEPTH) {
            depth++;
            LooseNode node = c == '[' ? list() : map();
            depth--;
            return node;
        }
        return scalar(false);
    }

    private LooseList list() {
        int start = at++;
        int column = lines.column(start);
        var items = new ArrayList<Item>();
        while (true) {
            skip();
            if (at >= end || closer()) {
                boolean closed = at < end && lines.at(at) == ']';
                at += closed ? 1 : 0;
                return new LooseList(items, true, closed, column, start, at);
            }
            if (lines.at(at) == ',') {
                at++;
                continue;
            }
            LooseNode item = value();
            if (item.end() == item.start()) {
                at++;
                continue;
            }
            skip();
            if (at < end && lines.at(at) == ':') {
                item = pair(item);
            }
            items.add(new Item(-1, item, toLimit()));
        }
    }

    /** {@code [a: b]} is a mapping of one entry. */
    private LooseNode pair(LooseNode key) {
        int colon = at++;
        skip();
        LooseNode value = atEnd() ? new Missing(colon + 1) : value();
        if (!(key instanceof LooseScalar name)) {
            return key;
        }
        var entry = new Entry(name, colon, value, at);
        return new LooseMap(List.of(entry), true, true, lines.column(key.start()), key.start(), at);
    }

    private LooseMap map() {
        int start = at++;
        int column = lines.column(start);
        var entries = new ArrayList<Entry>();
        while (true) {
            skip();
            if (at >= end || closer()) {
                boolean closed = at < end && lines.at(at) == '}';
                at += closed ? 1 : 0;
                return new LooseMap(entries, true, closed, column, start, at);
            }
            if (lines.at(at) == ',') {
                at++;
                continue;
            }
            LooseScalar key = scalar(true);
            if (key.end() == key.start()) {
                at++;
                continue;
            }
            skip();
            int colon = at < end && lines.at(at) == ':' ? at++ : -1;
            LooseNode value = new Missing(at);
            if (colon >= 0) {
                skip();
                value = atEnd() ? new Missing(colon + 1) : value();
            }
            entries.add(new Entry(key, colon, value, toLimit()));
        }
    }

    /** Goes to the comma or the bracket behind a child. */
    private int toLimit() {
        while (at < end && lines.at(at) != ',' && !closer()) {
            at++;
        }
        return Math.min(at, end);
    }

    private boolean atEnd() {
        return at >= end || lines.at(at) == ',' || closer();
    }

    private boolean closer() {
        return lines.at(at) == ']' || lines.at(at) == '}';
    }

    /** Passes blanks, line ends and comments. */
    private void skip() {
        while (at < end) {
            if (lines.isSpace(at)) {
                at++;
            } else if (lines.at(at) == '#' && lines.isSpace(at - 1)) {
                at = lines.lineEnd(at);
            } else {
                return;
            }
        }
    }

    private LooseScalar scalar(boolean key) {
        int start = at;
        int lineEnd = Math.min(end, lines.lineEnd(at));
        char c = lines.at(at);
        if (c == '"' || c == '\'') {
            LooseScalar quoted = scalars.scalar(start, lineEnd);
            if (quoted.closed()) {
                at = quoted.end();
                return quoted;
            }
            at++;
        }
        while (at < lineEnd && !stops(key)) {
            at++;
        }
        return scalars.scalar(start, at);
    }

    private boolean stops(boolean key) {
        char c = lines.at(at);
        boolean colon = c == ':' && (lines.isSpace(at + 1) || ",]}".indexOf(lines.at(at + 1)) >= 0);
        boolean comment = c == '#' && lines.isSpace(at - 1);
        return colon || comment || ",[]{}".indexOf(c) >= 0;
    }
}
