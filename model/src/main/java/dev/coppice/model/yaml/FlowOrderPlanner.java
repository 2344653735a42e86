package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;

import java.util.ArrayList;
import java.util.List;

/**
 * Plans another order for children in brackets or braces. Commas and blanks stay where they are;
 * where each child has lines of its own, the comments on them and directly above go with it.
 */
final class FlowOrderPlanner {

    private final Lines lines;
    private final Children children;
    private final Comments comments;
    private final int close;

    FlowOrderPlanner(Lines lines, Raw collection) {
        this.lines = lines;
        this.children = Children.of(collection);
        this.comments = new Comments(lines.text(), collection);
        this.close = collection.end() - 1;
    }

    List<List<TextEdit>> plan(List<Integer> order) {
        int from = children.get(0).start();
        int to = children.get(children.size() - 1).fullEnd();
        if (!comments.isIn(from, Math.min(lines.end(to), close))) {
            return List.of(exchange(order, ""), exchange(order, " "));
        }
        boolean alone = children.all().stream().allMatch(this::standsAlone);
        return alone ? List.of(exchangeLines(order)) : List.of();
    }

    /**
     * Each place takes the characters of another child.
     *
     * @param gap what stands behind an alias, whose name would go on otherwise
     */
    private List<TextEdit> exchange(List<Integer> order, String gap) {
        var edits = new ArrayList<TextEdit>();
        for (int i = 0; i < order.size(); i++) {
            Children.Child place = children.get(i);
            Children.Child child = children.get(order.get(i));
            if (place != child) {
                String behind = child.value() instanceof Raw.Alias ? gap : "";
                String text = lines.text().substring(child.start(), child.end()) + behind;
                edits.add(Edits.replace(place.start(), place.end(), text));
            }
        }
        return edits;
    }

    private boolean standsAlone(Children.Child child) {
        int end = lines.end(child.fullEnd());
        return lines.isFirst(child.start())
                && end < close
                && children.all().stream()
                        .noneMatch(c -> c.start() > child.start() && c.start() < end);
    }

    private List<TextEdit> exchangeLines(List<Integer> order) {
        var edits = new ArrayList<TextEdit>();
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                boolean comma = children.get(i).comma() >= 0;
                edits.add(Edits.replace(start(i), end(i), lines(order.get(i), comma)));
            }
        }
        return edits;
    }

    /** The lines of a child, with a comma or without one. */
    private String lines(int index, boolean comma) {
        Children.Child child = children.get(index);
        String text = lines.text();
        String before = text.substring(start(index), child.end());
        String behind =
                child.comma() < 0
                        ? text.substring(child.end(), end(index))
                        : text.substring(child.end(), child.comma())
                                + text.substring(child.comma() + 1, end(index));
        return before + (comma ? "," : "") + behind;
    }

    /** Where the comment lines directly above a child start, or its own line. */
    private int start(int index) {
        int free = index == 0 ? 0 : end(index - 1);
        int start = lines.start(children.get(index).start());
        while (start > free) {
            int above = lines.start(lines.previousEnd(start));
            if (above < free || above == start || lines.commentColumn(above) < 0) {
                break;
            }
            start = above;
        }
        return start;
    }

    private int end(int index) {
        return lines.next(children.get(index).fullEnd());
    }
}
