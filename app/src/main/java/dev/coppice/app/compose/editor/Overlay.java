package dev.coppice.app.compose.editor;

/**
 * A style on top of the colours of the syntax.
 *
 * @param start offset in the document, or column in a line
 * @param end behind the last
 * @param style the style class
 */
record Overlay(int start, int end, String style) {

    /** Whether a part of it is on a line. */
    boolean touches(int lineStart, int lineEnd) {
        return start < lineEnd && end > lineStart;
    }

    /** The same in columns of a line. */
    Overlay within(int lineStart, int lineEnd) {
        return new Overlay(
                Math.max(start, lineStart) - lineStart, Math.min(end, lineEnd) - lineStart, style);
    }
}
