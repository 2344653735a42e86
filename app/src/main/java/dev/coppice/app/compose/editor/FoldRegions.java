package dev.coppice.app.compose.editor;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What can be folded: the lines below a line that belong to it, because they are further in, are
 * the items of its list, or close its brackets.
 */
final class FoldRegions {

    private final IntFunction<String> text;
    private final LineTable table;

    /**
     * @param text the lines from 0
     */
    FoldRegions(IntFunction<String> text, LineTable table) {
        this.text = text;
        this.table = table;
    }

    /**
     * Lines that fold into the one above them.
     *
     * @param head the line that stays, from 0
     * @param last the last line that goes
     */
    record Region(int head, int last) {}

    /** Whether it knows of a document of so many lines. */
    boolean upToDate(int lines) {
        return table.size() == lines;
    }

    /** Whether something folds into a line; looks at few lines. */
    boolean foldable(int head) {
        if (!canHead(head)) {
            return false;
        }
        int next = head + 1;
        while (next < table.size() && neutral(next)) {
            next++;
        }
        return next < table.size() && belongs(head, next);
    }

    /** What folds into a line. */
    Optional<Region> at(int head) {
        if (!canHead(head)) {
            return Optional.empty();
        }
        int last = head;
        for (int line = head + 1; line < table.size(); line++) {
            if (neutral(line)) {
                continue;
            }
            if (!belongs(head, line)) {
                break;
            }
            last = line;
        }
        return last == head ? Optional.empty() : Optional.of(new Region(head, last));
    }

    /** The smallest region that a line is in, its head included. */
    Optional<Region> around(int line) {
        for (int head = Math.min(line, table.size() - 1); head >= 0; head--) {
            Optional<Region> region = at(head);
            if (region.isPresent() && region.get().last() >= line) {
                return region;
            }
        }
        return Optional.empty();
    }

    /** Comments, blank lines and the insides of texts are no heads. */
    private boolean canHead(int line) {
        return !table.before(line).insideText() && !neutral(line);
    }

    /** Blank lines and comments belong to what is around them. */
    private boolean neutral(int line) {
        String content = text.apply(line);
        return content.isBlank()
                || (!table.before(line).insideText() && content.charAt(indent(content)) == '#');
    }

    private boolean belongs(int head, int line) {
        String above = text.apply(head);
        String below = text.apply(line);
        int in = indent(above);
        int further = indent(below);
        if (further != in) {
            return further > in;
        }
        if (table.before(line).quote() != 0
                || table.before(line).flow() > table.before(head).flow()) {
            return true;
        }
        return isItem(below, in) && !isItem(above, in);
    }

    private static boolean isItem(String line, int indent) {
        return line.startsWith("- ", indent) || line.substring(indent).equals("-");
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
