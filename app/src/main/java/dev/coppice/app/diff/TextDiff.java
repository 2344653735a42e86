package dev.coppice.app.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text becomes another, line by line.
 *
 * @param hunks the differences, in order
 * @param before the lines of the first text, with their line ends
 * @param after the lines of the second text, with their line ends
 */
public record TextDiff(List<Hunk> hunks, List<String> before, List<String> after) {

    public TextDiff {
        hunks = List.copyOf(hunks);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Lines that differ. Lines count from 0.
     *
     * @param beforeLine the first of them in the text before
     * @param afterLine the first of them in the text after
     * @param removed the lines that went
     * @param added the lines that came
     * @param beforeRange where the lines that went stand in the text before
     * @param afterRange where the lines that came stand in the text after
     */
    public record Hunk(
            int beforeLine,
            int afterLine,
            List<String> removed,
            List<String> added,
            TextRange beforeRange,
            TextRange afterRange) {

        public Hunk {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        /** The edit of the text after that takes this difference back. */
        public TextEdit revert() {
            return new TextEdit(afterRange, String.join("", removed));
        }

        /** The edit of the text before that makes this difference. */
        public TextEdit apply() {
            return new TextEdit(beforeRange, String.join("", added));
        }
    }

    /** Compares two texts. */
    public static TextDiff of(String before, String after) {
        List<String> from = lines(before);
        List<String> to = lines(after);
        int[] fromStarts = starts(from);
        int[] toStarts = starts(to);
        var hunks = new ArrayList<Hunk>();
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            hunks.add(
                    new Hunk(
                            source.getPosition(),
                            target.getPosition(),
                            source.getLines(),
                            target.getLines(),
                            range(fromStarts, source),
                            range(toStarts, target)));
        }
        return new TextDiff(hunks, from, to);
    }

    private static TextRange range(int[] starts, Chunk<String> chunk) {
        int first = chunk.getPosition();
        return new TextRange(starts[first], starts[first + chunk.size()]);
    }

    /** The lines with their ends; a text that ends with a line end has no empty last line. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int at = text.indexOf('\n', start);
            int end = at < 0 ? text.length() : at + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static int[] starts(List<String> lines) {
        var starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).length();
        }
        return starts;
    }
}
