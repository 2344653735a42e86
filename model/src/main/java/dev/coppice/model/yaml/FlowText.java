package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a collection in brackets or braces that stands in lines now. */
record FlowText(String text, Layout layout) {

    private static final int WIDTH = 100;

    /** Characters that end a plain scalar in brackets. */
    private static final String ENDS = ",[]{}";

    /**
     * The collection on one line, or on several where it is long.
     *
     * @param indent columns by which further lines are indented
     * @return empty when something in it can only stand in lines
     */
    Optional<String> of(Raw collection, int indent) {
        Optional<List<String>> parts = parts(collection);
        String pad = padding(collection);
        return parts.map(
                all -> {
                    var out = new StringBuilder();
                    int line = indent;
                    for (int i = 0; i < all.size(); i++) {
                        String part = all.get(i) + (i < all.size() - 1 ? "," : "");
                        boolean wrap = i > 0 && line + part.length() > WIDTH;
                        out.append(i == 0 ? "" : wrap ? newLine(indent) : " ").append(part);
                        line = wrap ? indent + part.length() : line + part.length() + 1;
                    }
                    return open(collection) + pad + out + pad + close(collection);
                });
    }

    /** Any node on one line. */
    Optional<String> oneLine(Raw node) {
        return value(node);
    }

    private String newLine(int indent) {
        return layout.newline() + " ".repeat(indent);
    }

    private static String open(Raw collection) {
        return collection instanceof Raw.Mapping ? "{" : "[";
    }

    private static String close(Raw collection) {
        return collection instanceof Raw.Mapping ? "}" : "]";
    }

    private String padding(Raw collection) {
        return collection instanceof Raw.Mapping && layout.paddedBraces() ? " " : "";
    }

    private Optional<List<String>> parts(Raw collection) {
        List<Optional<String>> parts =
                switch (collection) {
                    case Raw.Sequence list ->
                            list.items().stream().map(item -> value(item.value())).toList();
                    case Raw.Mapping map -> map.entries().stream().map(this::entry).toList();
                    default -> List.of(Optional.empty());
                };
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    private Optional<String> entry(Raw.Entry entry) {
        boolean simple = entry.question() < 0 && entry.key() instanceof Raw.Scalar;
        return simple
                ? value(entry.key()).flatMap(key -> value(entry.value()).map(v -> key + ": " + v))
                : Optional.empty();
    }

    private Optional<String> value(Raw node) {
        return switch (node) {
            case Raw.Alias alias -> Optional.of("*" + alias.name() + " ");
            case Raw.Scalar scalar -> scalar(scalar);
            case Raw.Sequence list -> collection(list);
            case Raw.Mapping map -> collection(map);
        };
    }

    private Optional<String> scalar(Raw.Scalar scalar) {
        String written = text.substring(scalar.start(), scalar.end());
        boolean oneLine = !written.contains("\n") && !written.contains("\r");
        boolean plain = scalar.style() == Style.PLAIN;
        boolean ends = plain && ENDS.chars().anyMatch(c -> written.indexOf(c) >= 0);
        if (!scalar.isAbsent() && oneLine && !scalar.isBlock() && !ends) {
            return Optional.of(written);
        }
        // a text of several lines is no pleasure between brackets
        boolean lines = scalar.isBlock() && scalar.value().strip().contains("\n");
        if (lines || !scalar.props().isEmpty()) {
            return Optional.empty();
        }
        Type type = scalar.type();
        return Optional.of(new ValueWriter(layout).flow(new Tree.Leaf(type, scalar.value())));
    }

    private Optional<String> collection(Raw node) {
        String before = text.substring(node.start(), node.contentStart()).strip();
        if (before.contains("\n") || before.contains("\r")) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        Optional<List<String>> found = parts(node);
        found.ifPresent(parts::addAll);
        String pad = parts.isEmpty() ? "" : padding(node);
        String props = before.isEmpty() ? "" : before + " ";
        return found.map(
                all -> props + open(node) + pad + String.join(", ", all) + pad + close(node));
    }
}
