package dev.coppice.app.compose.form;

import dev.coppice.app.format.Human;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What matters of a record, in a line: its values, and how much its lists hold. */
final class Summary {

    private static final int MOST_PARTS = 4;
    private static final int MOST_LETTERS = 44;
    private static final int MOST_JOINED = 3;

    private Summary() {}

    /**
     * @param title what the head says already
     */
    static String of(FormNode record, String title) {
        var parts = new ArrayList<String>();
        children(record)
                .filter(FormNode::present)
                .sorted(Comparator.comparing(Summary::isNumber))
                .map(Summary::words)
                .filter(words -> !words.isBlank() && !title.equals(words))
                .filter(words -> !title.endsWith(" " + words))
                .limit(MOST_PARTS)
                .forEach(parts::add);
        return String.join(" · ", parts);
    }

    /** Numbers say the least. */
    private static boolean isNumber(FormNode part) {
        return part.field().type() instanceof FieldType.Int;
    }

    private static Stream<FormNode> children(FormNode record) {
        return switch (record) {
            case FormNode.Group group -> group.children().stream();
            case FormNode.Kinds kinds -> kinds.children().stream().skip(1);
            default -> Stream.of();
        };
    }

    private static String words(FormNode part) {
        return switch (part) {
            case FormNode.Value value -> value(value);
            case FormNode.Items items -> items(items);
            case FormNode.Entries entries -> count(entries.entries().size(), entries.type().noun());
            case FormNode.Group group -> group.field().title().toLowerCase(Locale.ROOT);
            case FormNode.Kinds kinds -> "";
            case FormNode.RawPart raw -> "";
            case FormNode.Strange strange -> "";
        };
    }

    private static String value(FormNode.Value value) {
        String text = value.text().strip();
        String title = value.field().title().toLowerCase(Locale.ROOT);
        return switch (value.field().type()) {
            case FieldType.Bool bool when text.equalsIgnoreCase("true") -> title;
            case FieldType.Bool bool ->
                    title + ": " + (text.equalsIgnoreCase("false") ? "no" : text);
            case FieldType.Int number -> title + " " + text;
            case FieldType.Text shape when shape.shape() == Shape.PASSWORD_HASH ->
                    text.isEmpty() ? "" : "password";
            case FieldType.Text lines when lines.multiline() -> "";
            default -> text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
        };
    }

    private static String items(FormNode.Items items) {
        List<String> values =
                items.items().stream()
                        .filter(item -> item.content() instanceof FormNode.Value)
                        .map(FormNode.Item::title)
                        .toList();
        String joined = String.join(", ", values);
        boolean fits =
                !values.isEmpty()
                        && values.size() <= MOST_JOINED
                        && values.size() == items.items().size()
                        && joined.length() <= MOST_LETTERS / 2;
        return fits ? joined : count(items.items().size(), items.type().noun());
    }

    private static String count(int size, String noun) {
        return size == 0 ? "" : Human.count(size, noun);
    }
}
