package dev.coppice.model.complete;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;

import java.util.List;
import java.util.Optional;

/** Writes what a key starts with: what must be there, and a cursor where the first choice is. */
final class Snippet {

    private final SpecSchema schema;
    private final TextStyle style;
    private final StringBuilder out = new StringBuilder();
    private int caret = -1;

    Snippet(SpecSchema schema, TextStyle style) {
        this.schema = schema;
        this.style = style;
    }

    String text() {
        return out.toString();
    }

    /** Where the cursor belongs in the text. */
    int caret() {
        return caret < 0 ? out.length() : caret;
    }

    Snippet add(String text) {
        out.append(text);
        return this;
    }

    private void here() {
        if (caret < 0) {
            caret = out.length();
        }
    }

    /** A key with its value, on a line of its own that starts at a column. */
    Snippet entry(Field field, int column) {
        out.append(field.key()).append(':');
        value(field, column);
        return this;
    }

    /** A value behind a colon; {@code column} is the key's. */
    private void value(Field field, int column) {
        switch (field.type()) {
            case FieldType.Mapping mapping -> {
                List<Field> needed = needed(field);
                if (needed.isEmpty()) {
                    out.append(style.line(column + style.indent()));
                    here();
                }
                for (Field each : needed) {
                    out.append(style.line(column + style.indent()));
                    entry(each, column + style.indent());
                }
            }
            case FieldType.ListOf list -> {
                out.append(style.line(column + style.dashIndent())).append("- ");
                item(field, column + style.dashIndent() + 2);
            }
            case FieldType.MapOf map -> {
                out.append(style.line(column + style.indent()));
                here();
            }
            case FieldType.Union union -> {
                out.append(style.line(column + style.indent()));
                here();
            }
            case FieldType.Text text when text.multiline() -> {
                out.append(" |").append(style.line(column + style.indent()));
                here();
            }
            default -> scalar(field);
        }
    }

    /** An item behind its dash; keys stand at a column. */
    Snippet item(Field list, int column) {
        Optional<Field> item = schema.children(list).stream().findFirst();
        List<Field> needed = item.map(this::needed).orElse(List.of());
        if (needed.isEmpty()) {
            here();
        }
        for (int i = 0; i < needed.size(); i++) {
            if (i > 0) {
                out.append(style.line(column));
            }
            entry(needed.get(i), column);
        }
        return this;
    }

    private void scalar(Field field) {
        out.append(' ');
        if (field.type() instanceof FieldType.Choice choice && choice.options().size() == 1) {
            out.append(choice.values().getFirst());
        } else if (field.type() instanceof FieldType.Int number && number.min() == number.max()) {
            out.append(number.min());
        } else {
            here();
        }
    }

    /** The same inside braces. */
    Snippet flowEntry(Field field) {
        out.append(field.key()).append(':');
        switch (field.type()) {
            case FieldType.Mapping mapping -> flowRecord(field);
            case FieldType.MapOf map -> braces();
            case FieldType.Union union -> braces();
            case FieldType.ListOf list -> {
                out.append(" [");
                here();
                out.append(']');
            }
            case FieldType.Text text when text.multiline() -> {
                out.append(" \"");
                here();
                out.append('"');
            }
            default -> scalar(field);
        }
        return this;
    }

    private void flowRecord(Field record) {
        List<Field> needed = needed(record);
        if (needed.isEmpty()) {
            braces();
            return;
        }
        out.append(" { ");
        for (int i = 0; i < needed.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            flowEntry(needed.get(i));
        }
        out.append(" }");
    }

    private void braces() {
        out.append(" { ");
        here();
        out.append(" }");
    }

    /** What a record must have; of the keys of which one is enough, none is chosen for anybody. */
    private List<Field> needed(Field record) {
        return record.type() instanceof FieldType.Mapping
                ? schema.children(record).stream().filter(Field::required).toList()
                : List.of();
    }
}
