package dev.coppice.model.export;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target makes of each field that holds a value, in general. A value for which something
 * else is true is reported by {@link Report}.
 *
 * <p>It is read from the resource {@code TARGET.fields} of this package. Each line is a word
 * ({@code exact}, {@code approximated}, {@code dropped}, {@code unconcerned}), the field's {@link
 * Field#id() id}, a {@code |} and the text, in the style of {@link FieldSupport#text()}; empty
 * lines and lines that begin with {@code #} say nothing.
 */
public final class SupportTable {

    private final Map<String, FieldSupport> byField;

    private SupportTable(Map<String, FieldSupport> byField) {
        this.byField = byField;
    }

    /** The table of a target. */
    public static SupportTable of(String target) {
        String resource = target + ".fields";
        try (InputStream in = SupportTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + resource);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table; a line that is none of it is an {@link IllegalArgumentException}. */
    public static SupportTable parse(String text) {
        var rows = new LinkedHashMap<String, FieldSupport>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> addRow(rows, line));
        return new SupportTable(rows);
    }

    private static void addRow(Map<String, FieldSupport> rows, String line) {
        int space = line.indexOf(' ');
        int bar = line.indexOf('|');
        if (space < 0 || bar < space) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        String said = line.substring(bar + 1).strip();
        FieldSupport support =
                switch (line.substring(0, space)) {
                    case "exact" -> new FieldSupport.Exact(said);
                    case "approximated" -> new FieldSupport.Approximated(said);
                    case "dropped" -> new FieldSupport.Dropped(said);
                    case "unconcerned" -> new FieldSupport.NotConcerned(said);
                    default -> throw new IllegalArgumentException("not a row: " + line);
                };
        String field = line.substring(space, bar).strip();
        if (rows.put(field, support) != null) {
            throw new IllegalArgumentException("twice: " + field);
        }
    }

    /** What the target makes of a field; empty when the table lacks it. */
    public Optional<FieldSupport> of(Field field) {
        return Optional.ofNullable(byField.get(field.id()));
    }

    /** The ids of the fields that it has. */
    public List<String> fields() {
        return List.copyOf(byField.keySet());
    }

    /** The fields that a table must have: those which hold a value themselves. */
    public static List<Field> needed(SpecSchema schema) {
        return schema.fields().stream().filter(field -> holdsValue(field.type())).toList();
    }

    private static boolean holdsValue(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> true;
            case FieldType.Int number -> true;
            case FieldType.Bool bool -> true;
            case FieldType.Choice choice -> true;
            case FieldType.Raw raw -> true;
            case FieldType.ListOf list -> false;
            case FieldType.MapOf map -> false;
            case FieldType.Mapping mapping -> false;
            case FieldType.Union union -> false;
        };
    }
}
