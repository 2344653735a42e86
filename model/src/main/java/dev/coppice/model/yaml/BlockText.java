package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a collection in lines that stands in brackets or braces now, with its comments. */
record BlockText(Lines lines, Layout layout) {

    /**
     * The collection, a line for each child, the first indented too.
     *
     * @param column where the children start
     * @return empty when something in it can only stand in brackets
     */
    Optional<String> of(Raw collection, int column) {
        Children children = Children.of(collection);
        var comments = new Comments(lines.text(), collection);
        String pad = " ".repeat(column);
        var out = new ArrayList<String>();
        int at = collection.contentStart() + 1;
        for (int i = 0; i < children.size(); i++) {
            Children.Child child = children.get(i);
            // behind the opening bracket there is no child to belong to
            comments(comments, at, child.start()).forEach(c -> out.add(pad + c));
            Optional<String> line = child(collection, i);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            int lineEnd = Math.min(lines.end(child.fullEnd()), collection.end() - 1);
            int until = i + 1 < children.size() ? children.get(i + 1).start() : lineEnd;
            List<String> behind = comments(comments, child.end(), Math.min(lineEnd, until));
            out.add(pad + line.get() + (behind.isEmpty() ? "" : " " + behind.getFirst()));
            at = Math.max(child.fullEnd(), Math.min(lineEnd, until));
        }
        comments(comments, at, collection.end() - 1).forEach(c -> out.add(pad + c));
        return Optional.of(String.join(layout.newline(), out));
    }

    private List<String> comments(Comments comments, int from, int to) {
        var found = new ArrayList<String>();
        int at = comments.next(from, to);
        while (at >= 0) {
            int end = Math.min(lines.end(at), to);
            found.add(lines.text().substring(at, end).stripTrailing());
            at = comments.next(end, to);
        }
        return found;
    }

    private Optional<String> child(Raw collection, int index) {
        return switch (collection) {
            case Raw.Sequence list ->
                    written(list.items().get(index).value())
                            .map(v -> v.isEmpty() ? "-" : "-" + " ".repeat(layout.gap()) + v);
            case Raw.Mapping map -> entry(map.entries().get(index));
            default -> Optional.empty();
        };
    }

    private Optional<String> entry(Raw.Entry entry) {
        return entry.question() >= 0
                ? Optional.empty()
                : written(entry.key())
                        .flatMap(
                                key ->
                                        written(entry.value())
                                                .map(v -> key + ":" + (v.isEmpty() ? v : " " + v)));
    }

    /** What stands there, when it stands on one line; what spans lines is written anew. */
    private Optional<String> written(Raw node) {
        String text = lines.text().substring(node.start(), node.end());
        if (!text.contains("\n") && !text.contains("\r")) {
            return Optional.of(text);
        }
        boolean loses = new Comments(lines.text(), node).isIn(node.start(), node.end());
        return loses || node instanceof Raw.Alias
                ? Optional.empty()
                : new FlowText(lines.text(), layout).oneLine(node);
    }
}
