package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.YamlTokens.Line;
import dev.coppice.app.compose.editor.YamlTokens.State;
import dev.coppice.app.compose.editor.YamlTokens.Token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The lines of the editor's document: how each is cut into pieces, and whether it waits to be
 * painted. A change cuts the lines that it touches, and those below them until a line begins as it
 * did before.
 */
final class LineTable {

    private final List<Entry> lines = new ArrayList<>();

    /** No line before this one waits. */
    private int firstDirty;

    /** Begins with an empty document. */
    LineTable() {
        lines.add(new Entry(YamlTokens.of(State.START, "")));
    }

    /** How many lines there are; an empty document has one. */
    int size() {
        return lines.size();
    }

    /** The pieces of a line; lines count from 0. */
    List<Token> tokens(int line) {
        return lines.get(line).cut.tokens();
    }

    /** What the lines before a line have left open. */
    State before(int line) {
        return line == 0 ? State.START : lines.get(line - 1).cut.end();
    }

    /**
     * Text was replaced.
     *
     * @param first the line in which the change begins
     * @param removed how many line ends it took away
     * @param added how many line ends it brought
     * @param text the lines as they are now
     * @return the first line that was not cut again
     */
    int changed(int first, int removed, int added, IntFunction<String> text) {
        int same = Math.min(removed, added);
        if (removed > same) {
            lines.subList(first + same, first + removed).clear();
        } else if (added > same) {
            lines.addAll(first + same, Collections.nCopies(added - same, null));
        }
        // The entry at first + added is now that of the last old line: below it nothing moved.
        State state = before(first);
        int line = first;
        while (line < lines.size()) {
            Entry old = lines.get(line);
            Line cut = YamlTokens.of(state, text.apply(line));
            boolean converged =
                    line >= first + added && old != null && old.cut.end().equals(cut.end());
            if (old == null) {
                lines.set(line, new Entry(cut));
            } else {
                old.cut = cut;
                old.dirty = true;
            }
            line++;
            state = cut.end();
            if (converged) {
                break;
            }
        }
        firstDirty = Math.min(firstDirty, first);
        return line;
    }

    /** A line is to be painted again. */
    void touch(int line) {
        if (line < lines.size()) {
            lines.get(line).dirty = true;
            firstDirty = Math.min(firstDirty, line);
        }
    }

    /** The first line from {@code from} on and before {@code to} that waits; {@code to} if none. */
    int nextDirty(int from, int to) {
        int line = Math.max(from, firstDirty);
        int end = Math.min(to, lines.size());
        while (line < end && !lines.get(line).dirty) {
            line++;
        }
        if (from <= firstDirty) {
            firstDirty = Math.max(firstDirty, line);
        }
        return line < end ? line : to;
    }

    /** A line has been painted. */
    void painted(int line) {
        lines.get(line).dirty = false;
    }

    private static final class Entry {
        private Line cut;
        private boolean dirty = true;

        Entry(Line cut) {
            this.cut = cut;
        }
    }
}
