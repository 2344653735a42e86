package dev.coppice.app.compare;

import java.util.List;

/**
 * One kind of thing: packages, ports ...
 *
 * @param id stable name, {@code packages}
 * @param title for people
 * @param rows differences first
 */
public record CompareSection(String id, String title, List<CompareRow> rows) {

    public CompareSection {
        rows = List.copyOf(rows);
    }

    /** How many rows are not the same in both. */
    public int differences() {
        return (int) rows.stream().filter(r -> !r.same()).count();
    }
}
