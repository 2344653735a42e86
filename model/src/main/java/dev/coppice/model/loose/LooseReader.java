package dev.coppice.model.loose;

import dev.coppice.model.loose.LooseNode.Entry;
import dev.coppice.model.loose.LooseNode.Item;
import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseNode.Missing;

import java.util.ArrayList;

/**
 * Reads a text that is being written, by its columns. A parser gives up at the first fault, and a
 * text under somebody's hands has one most of the time: here a line that cannot be understood is
 * passed over, and what is not closed ends where the indentation says so. Total, and quick enough
 * for every key.
 */
public final class LooseReader {

    private static final int DEPTH = 60;

    private final String text;
    private final LooseLines lines;
    private final LooseScalars scalars;
    private final LooseFlow flow;
    private int at;
    private int depth;

    private LooseReader(String text) {
        this.text = text;
        this.lines = new LooseLines(text);
        this.scalars = new LooseScalars(text, lines);
        this.flow = new LooseFlow(text, lines, scalars);
    }

    /** What stands in a text; {@link Missing} when there is nothing. */
    public static LooseNode read(String text) {
        var reader = new LooseReader(text);
        int start = reader.documentStart();
        return start >= text.length() ? new Missing(text.length()) : reader.node(start, -1);
    }

    /** Behind a byte order mark, directives and the line that opens the document. */
    private int documentStart() {
        int start = lines.contentFrom(text.startsWith("\uFEFF") ? 1 : 0);
        while (text.startsWith("%", start) || text.startsWith("---", start)) {
            if (text.startsWith("---", start) && !lines.restIsEmpty(start + 3)) {
                break;
            }
            start = lines.contentBelow(start);
        }
        return start;
    }

    /** The node whose first character stands at an offset; leaves {@link #at} behind it. */
    private LooseNode node(int start, int parentColumn) {
        at = start;
        if (++depth > DEPTH) {
            at = lines.lineEnd(start);
            depth--;
            return new Missing(start);
        }
        try {
            if (isDash(start)) {
                return list(lines.column(start));
            }
            if (isKey(start) || halfKey(start)) {
                return map(lines.column(start));
            }
            return inline(start, parentColumn);
        } finally {
            depth--;
        }
    }

    private boolean isDash(int offset) {
        return lines.at(offset) == '-' && lines.isSpace(offset + 1);
    }

    private boolean isKey(int offset) {
        return scalars.colonOf(offset) >= 0;
    }

    /** A word alone above keys of the same column is a key that is being written. */
    private boolean halfKey(int offset) {
        char c = lines.at(offset);
        if (c == '[' || c == '{' || c == '|' || c == '>') {
            return false;
        }
        int next = lines.contentBelow(offset);
        return next < text.length()
                && lines.column(next) == lines.column(offset)
                && !isDash(next)
                && isKey(next);
    }

    private LooseMap map(int column) {
        int start = at;
        var entries = new ArrayList<Entry>();
        boolean more = true;
        while (more) {
            entries.add(entry(column));
            more = next(column, false);
        }
        return new LooseMap(entries, false, true, column, start, at);
    }

    private LooseList list(int column) {
        int start = at;
        var items = new ArrayList<Item>();
        boolean more = true;
        while (more) {
            int dash = at;
            LooseNode value = below(dash + 1, column, false);
            items.add(new Item(dash, value, at));
            more = next(column, true);
        }
        return new LooseList(items, false, true, column, start, at);
    }

    /** Goes to the next child of a collection; lines that are indented deeper are strays. */
    private boolean next(int column, boolean dash) {
        int found = lines.contentBelow(at);
        while (found < text.length() && isStray(found, column, dash)) {
            found = lines.contentBelow(found);
        }
        if (found >= text.length()
                || lines.column(found) < column
                || isDash(found) != dash
                || endsDocument(found)) {
            return false;
        }
        at = found;
        return true;
    }

    private boolean isStray(int offset, int column, boolean dash) {
        int found = lines.column(offset);
        return found > column || dash && found == column && !isDash(offset) && !isKey(offset);
    }

    private boolean endsDocument(int offset) {
        return lines.column(offset) == 0
                && (text.startsWith("---", offset) || text.startsWith("...", offset))
                && lines.isSpace(offset + 3);
    }

    private Entry entry(int column) {
        LooseScalar key = scalars.key(at);
        int colon = scalars.colonOf(at);
        if (colon < 0) {
            at = key.end();
            return new Entry(key, -1, new Missing(key.end()), key.end());
        }
        LooseNode value = below(colon + 1, column, true);
        return new Entry(key, colon, value, at);
    }

    /** What stands behind a colon or a dash, on the same line or on the lines below. */
    private LooseNode below(int offset, int column, boolean ofKey) {
        int start = scalars.skipProperties(offset);
        if (!lines.restIsEmpty(start)) {
            int content = lines.skipBlanks(start);
            return ofKey ? inline(content, column) : node(content, column);
        }
        int next = lines.contentBelow(start);
        if (next < text.length()) {
            int deep = lines.column(next);
            if (deep > column || deep == column && ofKey && isDash(next)) {
                return node(next, column);
            }
        }
        at = offset;
        return new Missing(offset);
    }

    /** A scalar or a flow collection. */
    private LooseNode inline(int start, int parentColumn) {
        char c = lines.at(start);
        LooseNode node;
        if (c == '[' || c == '{') {
            node = flow.read(start, parentColumn);
        } else if (c == '|' || c == '>') {
            node = scalars.block(start, parentColumn);
        } else {
            node = scalars.value(start);
        }
        at = node.end();
        return node;
    }
}
