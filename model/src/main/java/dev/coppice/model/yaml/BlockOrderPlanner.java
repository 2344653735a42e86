package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;

import java.util.ArrayList;
import java.util.List;

/**
 * Plans another order for children that stand on lines of their own. What belongs to a child goes
 * with it: comment lines directly above, and those directly below that are indented deeper. Blank
 * lines and comments that stand free stay where they are.
 */
final class BlockOrderPlanner {

    /** How much of what stands below a child is taken along. */
    private enum Tail {
        COMMENTS,
        BLOCK_SCALAR,
        BLANK_LINES
    }

    private final Lines lines;
    private final Children children;
    private final int column;

    BlockOrderPlanner(Lines lines, Children children) {
        this.lines = lines;
        this.children = children;
        this.column = lines.column(children.get(0).start());
    }

    /** Whole lines, or what stands behind the dash of the parent and the lines that follow. */
    private record Chunk(int start, int end, boolean behindDash) {}

    /** The plans for an order, the one that takes least along first. */
    List<List<TextEdit>> plan(List<Integer> order) {
        int first = 0;
        int last = order.size() - 1;
        while (first < last && order.get(first) == first) {
            first++;
        }
        while (last > first && order.get(last) == last) {
            last--;
        }
        var plans = new ArrayList<List<TextEdit>>();
        for (Tail tail : Tail.values()) {
            List<Chunk> chunks = chunks(tail);
            moveOne(chunks, order, first, last, plans);
            plans.add(exchange(chunks, order, first, last));
        }
        return plans;
    }

    private List<Chunk> chunks(Tail tail) {
        var chunks = new ArrayList<Chunk>();
        int free = 0;
        for (Children.Child child : children.all()) {
            boolean behindDash = !lines.isFirst(child.start());
            int start = behindDash ? child.start() : withCommentsAbove(child.start(), free);
            int end = end(child, tail);
            chunks.add(new Chunk(start, Math.max(start, end), behindDash));
            free = end;
        }
        return chunks;
    }

    private int withCommentsAbove(int offset, int free) {
        int start = lines.start(offset);
        while (start > free) {
            int above = lines.start(lines.previousEnd(start));
            if (above < free || above == start || lines.commentColumn(above) < 0) {
                break;
            }
            start = above;
        }
        return start;
    }

    private int end(Children.Child child, Tail tail) {
        int end = lines.endWithDeeperComments(child.end(), column);
        return switch (tail) {
            case COMMENTS -> lines.next(end);
            case BLOCK_SCALAR ->
                    Math.max(
                            lines.next(end),
                            child.lastBlockScalar().map(Raw.Scalar::fullEnd).orElse(0));
            case BLANK_LINES -> lines.next(lines.endWithBlankLines(end));
        };
    }

    /** Each place takes the chunk that comes to stand there. */
    private List<TextEdit> exchange(List<Chunk> chunks, List<Integer> order, int first, int last) {
        var edits = new ArrayList<TextEdit>();
        for (int i = first; i <= last; i++) {
            Chunk place = chunks.get(i);
            String text = at(place, chunks.get(order.get(i)));
            if (!text.contentEquals(lines.text().subSequence(place.start(), place.end()))) {
                edits.add(Edits.replace(place.start(), place.end(), text));
            }
        }
        return edits;
    }

    /** One chunk is cut out and set in again, where that gives the same text. */
    private void moveOne(
            List<Chunk> chunks,
            List<Integer> order,
            int first,
            int last,
            List<List<TextEdit>> plans) {
        boolean down = order.get(last) == first;
        Chunk moved = chunks.get(down ? first : last);
        int to = down ? chunks.get(last).end() : chunks.get(first).start();
        for (int i = first; i <= last; i++) {
            boolean joined = i == last || chunks.get(i).end() == chunks.get(i + 1).start();
            boolean inPlace =
                    down
                            ? order.get(i) == (i == last ? first : i + 1)
                            : order.get(i) == (i == first ? last : i - 1);
            boolean whole = !chunks.get(i).behindDash() && endsLine(chunks.get(i));
            if (!joined || !inPlace || !whole) {
                return;
            }
        }
        String text = lines.text().substring(moved.start(), moved.end());
        plans.add(List.of(Edits.delete(moved.start(), moved.end()), Edits.insert(to, text)));
    }

    private boolean endsLine(Chunk chunk) {
        return chunk.end() > chunk.start() && lines.start(chunk.end()) == chunk.end();
    }

    /** A chunk's text for a place: indented or not, with or without a last line break. */
    private String at(Chunk place, Chunk chunk) {
        String text = lines.text().substring(chunk.start(), chunk.end());
        if (chunk.behindDash() && !place.behindDash()) {
            text = " ".repeat(column) + text;
        } else if (place.behindDash() && !chunk.behindDash()) {
            text = text.stripLeading();
        }
        if (endsLine(place) && !endsLine(chunk)) {
            text = text + Layout.newlineOf(lines.text());
        } else if (!endsLine(place) && endsLine(chunk)) {
            text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
        }
        return text;
    }
}
