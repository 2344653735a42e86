package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.Children.Child;

import java.util.ArrayList;
import java.util.List;

/** Plans edits of collections whose children stand on lines of their own. */
final class BlockPlanner {

    private final Lines lines;
    private final Layout layout;
    private final Edits edits;
    private final Children children;
    private final int column;

    BlockPlanner(Lines lines, Layout layout, Children children) {
        this.lines = lines;
        this.layout = layout;
        this.edits = new Edits(lines);
        this.children = children;
        this.column = lines.column(children.get(0).start());
    }

    /** Where the children start. */
    int column() {
        return column;
    }

    private String ownLine() {
        return layout.newline() + " ".repeat(column);
    }

    /** Inserts a child, without its indentation, before the one at {@code index}. */
    List<List<TextEdit>> insert(int index, String text) {
        if (index == 0) {
            return List.of(List.of(Edits.insert(children.get(0).start(), text + ownLine())));
        }
        Child previous = children.get(index - 1);
        var plans = new ArrayList<List<TextEdit>>();
        int end = lines.endWithDeeperComments(previous.end(), column);
        plans.add(List.of(Edits.insert(end, ownLine() + text)));
        plans.add(List.of(Edits.insert(lines.end(previous.end()), ownLine() + text)));
        previous.lastBlockScalar().ifPresent(scalar -> insertBehind(scalar, text, plans));
        if (index < children.size()) {
            // A comment behind the previous one may stand so far to the right that a new block
            // scalar would take it for its own.
            int next = children.get(index).start();
            plans.add(List.of(Edits.insert(next, text + ownLine())));
        }
        return plans;
    }

    /** The blank lines behind a block scalar may belong to it. */
    private void insertBehind(Raw.Scalar scalar, String text, List<List<TextEdit>> plans) {
        int end = scalar.fullEnd();
        if (lines.start(end) == end && end > scalar.end()) {
            plans.add(List.of(Edits.insert(end, " ".repeat(column) + text + layout.newline())));
            plans.add(List.of(Edits.insert(end, " ".repeat(column) + text)));
        }
        plans.add(List.of(Edits.insert(end, ownLine() + text)));
    }

    /** Removes one of several children. */
    List<List<TextEdit>> remove(int index) {
        Child child = children.get(index);
        return lines.isFirst(child.start()) ? removeLines(child) : removeBehindDash(child);
    }

    private List<List<TextEdit>> removeLines(Child child) {
        var plans = new ArrayList<List<TextEdit>>();
        int start = child.start();
        plans.add(List.of(edits.deleteLines(start, child.end())));
        int comments = lines.endWithDeeperComments(child.end(), column);
        plans.add(List.of(edits.deleteLines(start, comments)));
        plans.add(List.of(edits.deleteLines(start, lines.endWithBlankLines(comments))));
        child.lastBlockScalar()
                .ifPresent(s -> plans.add(List.of(Edits.delete(lines.start(start), s.fullEnd()))));
        plans.add(List.of(Edits.delete(lines.start(start), lines.next(child.end()))));
        return plans;
    }

    /** The first child of a collection that starts behind the dash of its parent. */
    private List<List<TextEdit>> removeBehindDash(Child child) {
        var plans = new ArrayList<List<TextEdit>>();
        int next = children.get(1).start();
        int end = lines.end(child.end());
        if (lines.text().substring(end, next).isBlank()) {
            plans.add(List.of(Edits.delete(child.start(), next)));
        }
        int start = child.start();
        while (start > 0 && lines.text().charAt(start - 1) == ' ') {
            start--;
        }
        plans.add(List.of(Edits.delete(start, end)));
        return plans;
    }
}
