package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;

import java.util.List;
import java.util.stream.Collectors;

/** Writes new values in the habits of a document. Lines after the first are fully indented. */
record ValueWriter(Layout layout) {

    /** A value on one line, to stand inside braces or brackets, or behind a key. */
    String flow(Tree value) {
        return switch (value) {
            case Tree.Leaf leaf -> inLine(leaf, true);
            case Tree.Items list ->
                    list.items().stream()
                            .map(this::flow)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Tree.Branch map -> {
                if (map.fields().isEmpty()) {
                    yield "{}";
                }
                String pad = layout.paddedBraces() ? " " : "";
                yield map.fields().stream()
                        .map(this::flowEntry)
                        .collect(Collectors.joining(", ", "{" + pad, pad + "}"));
            }
        };
    }

    String flowEntry(Tree.Field field) {
        return key(field.key(), true) + ": " + flow(field.value());
    }

    /** A key in the simplest style that is safe. */
    String key(String name, boolean flow) {
        return ScalarWriter.inLine(name, Style.PLAIN, flow, layout.singleQuotes()).getFirst();
    }

    /** An entry of a block mapping whose keys stand in {@code column}. */
    String entry(Tree.Field field, int column) {
        return key(field.key(), false) + ":" + behindKey(field.value(), column);
    }

    /** What stands behind the colon of a key in {@code column}. */
    String behindKey(Tree value, int column) {
        return switch (value) {
            case Tree.Items list when !list.items().isEmpty() ->
                    ownLine(column + layout.dash()) + items(list, column + layout.dash());
            case Tree.Branch map when !map.fields().isEmpty() ->
                    ownLine(column + layout.step()) + entries(map, column + layout.step());
            case Tree.Leaf leaf -> leaf.type() == Type.NULL ? "" : " " + scalar(leaf, column);
            default -> " " + flow(value);
        };
    }

    /** An item of a block list whose dashes stand in {@code column}. */
    String item(Tree value, int column) {
        String content = behindDash(value, column, layout.gap());
        return content.isEmpty() ? "-" : "-" + " ".repeat(layout.gap()) + content;
    }

    /** What stands {@code gap} behind a dash in {@code column}. */
    String behindDash(Tree value, int column, int gap) {
        int inner = column + 1 + gap;
        return switch (value) {
            case Tree.Items list when !list.items().isEmpty() -> items(list, inner);
            case Tree.Branch map when !map.fields().isEmpty() -> entries(map, inner);
            case Tree.Leaf leaf -> leaf.type() == Type.NULL ? "" : scalar(leaf, column);
            default -> flow(value);
        };
    }

    /** The items of a list, dashes in {@code column}; the first is not indented. */
    String items(Tree.Items list, int column) {
        return list.items().stream()
                .map(item -> item(item, column))
                .collect(Collectors.joining(ownLine(column)));
    }

    /** The entries of a mapping, keys in {@code column}; the first is not indented. */
    String entries(Tree.Branch map, int column) {
        return map.fields().stream()
                .map(field -> entry(field, column))
                .collect(Collectors.joining(ownLine(column)));
    }

    /** A line break and the indentation of what follows. */
    String ownLine(int column) {
        return layout.newline() + " ".repeat(column);
    }

    /** A scalar in block context; of several lines, a literal block. */
    String scalar(Tree.Leaf leaf, int holder) {
        boolean block = leaf.type() == Type.STRING && ScalarWriter.isNewBlock(leaf.text());
        return block
                ? ScalarWriter.block(
                        leaf.text(),
                        Style.LITERAL,
                        Math.max(0, holder) + layout.step(),
                        Math.max(0, holder) + layout.step() - holder,
                        "",
                        layout.newline())
                : inLine(leaf, false);
    }

    String inLine(Tree.Leaf leaf, boolean flow) {
        return switch (leaf.type()) {
            case NULL -> "null";
            case BOOL, INT, FLOAT -> leaf.text();
            case STRING -> ways(leaf, Style.PLAIN, flow).getFirst();
        };
    }

    /** The ways to write a scalar on one line, the best first. */
    List<String> ways(Tree.Leaf leaf, Style wanted, boolean flow) {
        return leaf.type() == Type.STRING
                ? ScalarWriter.inLine(leaf.text(), wanted, flow, layout.singleQuotes())
                : List.of(inLine(leaf, flow));
    }
}
