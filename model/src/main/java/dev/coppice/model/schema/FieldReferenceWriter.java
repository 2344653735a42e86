package dev.coppice.model.schema;

import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of fields as a reference for people, in Markdown. */
public final class FieldReferenceWriter {

    private final SpecSchema schema;

    public FieldReferenceWriter(SpecSchema schema) {
        this.schema = schema;
    }

    /** The whole reference, with a final line feed. */
    public String write() {
        var out = new StringBuilder();
        out.append("# The fields of system.yaml\n\n");
        out.append("Written from the table of fields; do not edit. `[]` stands for the items of a");
        out.append(" list, `*` for names of your own.\n");
        for (Section section : schema.sections()) {
            out.append("\n## ").append(section.title()).append("\n\n");
            out.append(section.documentation()).append('\n');
            schema.fields().stream()
                    .filter(field -> field.section() == section)
                    .forEach(field -> field(field, out));
        }
        return out.toString();
    }

    private void field(Field field, StringBuilder out) {
        out.append("\n### `").append(field.path()).append('`');
        field.variant()
                .filter(v -> !v.equals(field.key()))
                .ifPresent(v -> out.append(" of `").append(v).append("` checks"));
        out.append("\n\n").append(field.title()).append(": ");
        out.append(kind(field.type()));
        out.append(field.required() ? ", required" : "").append(".\n\n");
        out.append(field.text().documentation()).append('\n');
        row(out, "Without it", without(field));
        row(out, "In the image", field.text().onDebian());
        if (!field.text().example().isEmpty()) {
            row(out, "Example", "`" + example(field) + "`");
        }
        row(out, "Elsewhere", elsewhere(field));
    }

    private static void row(StringBuilder out, String title, String text) {
        if (!text.isEmpty()) {
            boolean first = !lastLineIsItem(out);
            out.append(first ? "\n" : "").append("* ").append(title).append(": ");
            out.append(text).append('\n');
        }
    }

    private static boolean lastLineIsItem(StringBuilder out) {
        int start = out.lastIndexOf("\n", out.length() - 2) + 1;
        return out.indexOf("* ", start) == start;
    }

    private static String example(Field field) {
        boolean nameless = field.isItem() || field.isEntry();
        return (nameless ? "" : field.key() + ": ") + field.text().example();
    }

    private static String without(Field field) {
        return field.defaultValue()
                .map(FieldReferenceWriter::shown)
                .orElse(field.text().defaultNote());
    }

    private static String shown(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> text.value().isEmpty() ? "" : "`" + text.value() + "`";
            case YamlValue.Int number -> "`" + number.value() + "`";
            case YamlValue.Bool bool -> "`" + bool.value() + "`";
            default -> "";
        };
    }

    private static String elsewhere(Field field) {
        return field.elsewhere().stream()
                .map(e -> e.system() + " `" + e.name() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String kind(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> text.shape().noun();
            case FieldType.Int number when number.isPort() -> "a port, 1 to 65535";
            case FieldType.Int number when number.min() == number.max() -> "`" + number.min() + "`";
            case FieldType.Int number -> "a whole number, " + number.min() + " to " + number.max();
            case FieldType.Bool bool -> "`true` or `false`";
            case FieldType.Choice choice -> "one of " + codes(choice.values());
            case FieldType.ListOf list -> "a list";
            case FieldType.MapOf map -> "entries, each under " + map.key().shape().noun();
            case FieldType.Mapping mapping -> "a record";
            case FieldType.Raw raw -> "a mapping, kept as it is";
            case FieldType.Union union ->
                    "a record with one of "
                            + codes(union.variants().stream().map(FieldType.Variant::key).toList());
        };
    }

    private static String codes(List<String> words) {
        return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
    }
}
