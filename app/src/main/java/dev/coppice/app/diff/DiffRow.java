package dev.coppice.app.diff;

import dev.coppice.app.diff.TextDiff.Hunk;

import java.util.ArrayList;
import java.util.List;

/** A row of a difference as it is shown. */
sealed interface DiffRow {

    /** Lines around a difference that are shown with it. */
    int CONTEXT = 3;

    /** What a line is. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A line; numbers count from 1, 0 stands for none.
     *
     * @param text without its line end
     */
    record Line(Kind kind, int before, int after, String text) implements DiffRow {}

    /** The start of a difference, which can be made or taken back by itself. */
    record Start(Hunk hunk) implements DiffRow {}

    /** Lines that are left out. */
    record Gap(int lines) implements DiffRow {}

    /** The rows of a difference. */
    static List<DiffRow> of(TextDiff diff) {
        var rows = new ArrayList<DiffRow>();
        int shown = 0;
        List<Hunk> hunks = diff.hunks();
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            int from = Math.max(shown, hunk.beforeLine() - CONTEXT);
            gap(rows, from - shown);
            same(rows, diff, from, hunk.beforeLine(), hunk.afterLine() - hunk.beforeLine());
            rows.add(new Start(hunk));
            for (int n = 0; n < hunk.removed().size(); n++) {
                int number = hunk.beforeLine() + n + 1;
                rows.add(new Line(Kind.REMOVED, number, 0, text(hunk.removed().get(n))));
            }
            for (int n = 0; n < hunk.added().size(); n++) {
                int number = hunk.afterLine() + n + 1;
                rows.add(new Line(Kind.ADDED, 0, number, text(hunk.added().get(n))));
            }
            int end = hunk.beforeLine() + hunk.removed().size();
            int next = i + 1 < hunks.size() ? hunks.get(i + 1).beforeLine() : diff.before().size();
            shown = Math.min(next, end + CONTEXT);
            int shift = hunk.afterLine() + hunk.added().size() - end;
            same(rows, diff, end, shown, shift);
        }
        gap(rows, diff.hunks().isEmpty() ? 0 : diff.before().size() - shown);
        return rows;
    }

    private static void gap(List<DiffRow> rows, int lines) {
        if (lines > 0) {
            rows.add(new Gap(lines));
        }
    }

    private static void same(List<DiffRow> rows, TextDiff diff, int from, int to, int shift) {
        for (int line = from; line < to; line++) {
            rows.add(
                    new Line(Kind.SAME, line + 1, line + 1 + shift, text(diff.before().get(line))));
        }
    }

    private static String text(String line) {
        String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) + " ␍" : text;
    }
}
