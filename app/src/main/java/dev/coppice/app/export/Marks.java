package dev.coppice.app.export;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which lines belong together.
 *
 * @param written lines of the file that is shown
 * @param spec lines of {@code system.yaml}
 * @param side which side a person is at; the other one is brought into view
 */
record Marks(SortedSet<Integer> written, SortedSet<Integer> spec, Side side) {

    static final Marks NONE = new Marks(new TreeSet<>(), new TreeSet<>(), Side.WRITTEN);

    /** Where a person is. */
    enum Side {
        WRITTEN,
        SPEC,
        REPORT
    }
}
