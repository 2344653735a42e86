package dev.coppice.model.complete;

import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseNode.LooseMap;

/**
 * How a text is laid out, so that what is added looks the same.
 *
 * @param newline its line end
 * @param indent how much deeper a mapping stands than its key
 * @param dashIndent how much deeper the dashes of a list stand than its key
 */
record TextStyle(String newline, int indent, int dashIndent) {

    private static final int USUAL = 2;

    static TextStyle of(String text, LooseNode root) {
        int indent = USUAL;
        int dash = USUAL;
        if (root instanceof LooseMap map) {
            boolean knowIndent = false;
            boolean knowDash = false;
            for (LooseNode.Entry entry : map.entries()) {
                if (!knowIndent && entry.value() instanceof LooseMap inner && !inner.flow()) {
                    indent = Math.max(1, inner.column() - map.column());
                    knowIndent = true;
                } else if (!knowDash && entry.value() instanceof LooseList list && !list.flow()) {
                    dash = Math.max(0, list.column() - map.column());
                    knowDash = true;
                }
            }
        }
        return new TextStyle(text.contains("\r\n") ? "\r\n" : "\n", indent, dash);
    }

    /** A new line that starts at a column. */
    String line(int column) {
        return newline + " ".repeat(column);
    }
}
