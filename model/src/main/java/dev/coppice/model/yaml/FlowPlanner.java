package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.Children.Child;

import java.util.ArrayList;
import java.util.List;

/** Plans edits of collections in brackets or braces, on one line or one child a line. */
final class FlowPlanner {

    private final Lines lines;
    private final Layout layout;
    private final Children children;
    private final int open;
    private final int close;

    /**
     * @param open offset of the opening bracket
     * @param close offset of the closing one
     */
    FlowPlanner(Lines lines, Layout layout, Children children, int open, int close) {
        this.lines = lines;
        this.layout = layout;
        this.children = children;
        this.open = open;
        this.close = close;
    }

    /** Inserts an item or entry before the one at {@code index}, the best plan first. */
    List<List<TextEdit>> insert(int index, String text) {
        if (children.size() == 0) {
            return List.of(List.of(insertFirst(text)));
        } else if (index < children.size()) {
            int start = children.get(index).start();
            String behind = lines.isFirst(start) ? "," + sameColumn(start) : ", ";
            return List.of(
                    List.of(Edits.insert(start, text + behind)),
                    List.of(Edits.insert(start, text + ", ")));
        }
        return append(text);
    }

    private TextEdit insertFirst(String text) {
        boolean empty = lines.text().substring(open + 1, close).isBlank();
        String pad = children.map() && layout.paddedBraces() ? " " : "";
        return empty
                ? Edits.replace(open + 1, close, pad + text + pad)
                : Edits.insert(open + 1, pad + text + " ");
    }

    private List<List<TextEdit>> append(String text) {
        Child last = children.get(children.size() - 1);
        var plans = new ArrayList<List<TextEdit>>();
        int behind = last.fullEnd();
        boolean ownLine = lines.isFirst(last.start()) && lines.end(behind) < close;
        if (ownLine && last.comma() >= 0) {
            plans.add(
                    List.of(
                            Edits.insert(
                                    lines.end(behind), sameColumn(last.start()) + text + ",")));
        } else if (ownLine) {
            plans.add(
                    List.of(
                            Edits.insert(last.end(), ","),
                            Edits.insert(lines.end(behind), sameColumn(last.start()) + text)));
        }
        plans.add(
                List.of(
                        last.comma() >= 0
                                ? Edits.insert(behind, " " + text + ",")
                                : Edits.insert(last.end(), ", " + text)));
        plans.add(List.of(Edits.insert(last.end(), " , " + text)));
        return plans;
    }

    private String sameColumn(int offset) {
        return layout.newline() + " ".repeat(lines.column(offset));
    }

    /** Removes an item or entry, the best plan first. */
    List<List<TextEdit>> remove(int index) {
        Child child = children.get(index);
        var plans = new ArrayList<List<TextEdit>>();
        if (children.size() == 1) {
            String around =
                    lines.text().substring(open + 1, child.start())
                            + lines.text().substring(child.fullEnd(), close);
            if (around.isBlank()) {
                plans.add(List.of(Edits.delete(open + 1, close)));
            }
        } else if (standsAlone(child)) {
            plans.add(removeLine(index));
        } else if (index < children.size() - 1) {
            int next = children.get(index + 1).start();
            if (isGap(child.fullEnd(), next)) {
                plans.add(List.of(Edits.delete(child.start(), next)));
            }
        } else {
            int previous = children.get(index - 1).end();
            if (isGap(children.get(index - 1).fullEnd(), child.start())) {
                plans.add(List.of(Edits.delete(previous, child.end())));
            }
        }
        plans.add(List.of(Edits.delete(child.start(), child.fullEnd())));
        return plans;
    }

    /** Whether nothing but blanks of one line stands between two offsets. */
    private boolean isGap(int from, int to) {
        return lines.end(from) >= to && lines.text().substring(from, to).isBlank();
    }

    /** Whether a child has its lines for itself. */
    private boolean standsAlone(Child child) {
        int end = lines.end(child.fullEnd());
        boolean closesLater = end < close;
        boolean followedOnLine =
                children.all().stream().anyMatch(c -> c.start() > child.start() && c.start() < end);
        return lines.isFirst(child.start()) && closesLater && !followedOnLine;
    }

    private List<TextEdit> removeLine(int index) {
        Child child = children.get(index);
        TextEdit line = new Edits(lines).deleteLines(child.start(), child.fullEnd());
        boolean last = index == children.size() - 1;
        if (last && child.comma() < 0) {
            int comma = children.get(index - 1).comma();
            if (comma < line.range().start()) {
                return List.of(Edits.delete(comma, comma + 1), line);
            }
        }
        return List.of(line);
    }
}
