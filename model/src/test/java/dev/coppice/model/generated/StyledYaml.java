package dev.coppice.model.generated;

import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Writes a value in one of the ways in which people write YAML: block or flow, quoted or not,
 * indented by two or more, with comments and blank lines, with LF or CRLF. Every comment holds a
 * number of its own, {@code #~12~}.
 */
final class StyledYaml {

    /** Means itself without quotes, in braces too. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!true$|false$|null$)[A-Za-z/][A-Za-z0-9/_.-]*( [A-Za-z0-9/_.-]+)*");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final int step;
    private final int dash;
    private final String end;
    private int comments;

    StyledYaml(Random random) {
        this.random = random;
        this.step = 2 + random.nextInt(3);
        this.dash = random.nextBoolean() ? 0 : step;
        this.end = random.nextInt(5) == 0 ? "\r\n" : "\n";
    }

    String write(YamlValue.Fields root) {
        block(root, 0);
        return out.toString().replace("\n", end);
    }

    private void block(YamlValue.Fields fields, int indent) {
        fields.fields()
                .forEach(
                        (key, value) -> {
                            above(indent);
                            out.append(" ".repeat(indent)).append(word(key)).append(':');
                            behind(value, indent);
                        });
    }

    private void block(YamlValue.Items items, int indent) {
        for (YamlValue item : items.items()) {
            above(indent);
            out.append(" ".repeat(indent)).append('-');
            if (item instanceof YamlValue.Fields record
                    && !record.fields().isEmpty()
                    && random.nextInt(3) > 0) {
                record(record, indent);
            } else {
                behind(item, indent);
            }
        }
    }

    /** A record whose first key stands behind the dash. */
    private void record(YamlValue.Fields record, int indent) {
        boolean first = true;
        for (var entry : record.fields().entrySet()) {
            out.append(first ? " " : " ".repeat(indent + 2)).append(word(entry.getKey()));
            out.append(':');
            behind(entry.getValue(), indent + 2);
            first = false;
        }
    }

    private void behind(YamlValue value, int indent) {
        switch (value) {
            case YamlValue.Fields fields
                    when !fields.fields().isEmpty() && random.nextInt(3) > 0 -> {
                lineEnd();
                block(fields, indent + step);
            }
            case YamlValue.Items items when !items.items().isEmpty() && random.nextInt(3) > 0 -> {
                lineEnd();
                block(items, indent + dash);
            }
            case YamlValue.Text text when literal(text.value()) -> {
                String words = text.value();
                out.append(words.endsWith("\n") ? " |\n" : " |-\n");
                for (String line : words.split("\n")) {
                    String space = line.isEmpty() ? "" : " ".repeat(indent + step);
                    out.append(space).append(line).append('\n');
                }
            }
            default -> {
                out.append(' ').append(flow(value));
                lineEnd();
            }
        }
    }

    private boolean literal(String text) {
        return text.contains("\n")
                && !text.startsWith("\t")
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && random.nextInt(4) > 0;
    }

    private String flow(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> word(text.value());
            case YamlValue.Int number -> Long.toString(number.value());
            case YamlValue.Bool bool -> Boolean.toString(bool.value());
            case YamlValue.Items items -> {
                var parts = new ArrayList<String>();
                items.items().forEach(item -> parts.add(flow(item)));
                yield "[" + joined(parts) + "]";
            }
            case YamlValue.Fields fields -> {
                var parts = new ArrayList<String>();
                fields.fields().forEach((key, each) -> parts.add(word(key) + ": " + flow(each)));
                String space = parts.isEmpty() || random.nextBoolean() ? "" : " ";
                yield "{" + space + joined(parts) + space + "}";
            }
        };
    }

    private String joined(List<String> parts) {
        return String.join(random.nextInt(5) == 0 ? ",  " : ", ", parts);
    }

    private String word(String text) {
        if (PLAIN.matcher(text).matches() && random.nextInt(4) > 0) {
            return text;
        }
        boolean escapes = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
        if (!escapes && random.nextBoolean()) {
            return "'" + text.replace("'", "''") + "'";
        }
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }

    private void above(int indent) {
        if (random.nextInt(12) == 0) {
            out.append('\n');
        }
        if (random.nextInt(8) == 0) {
            out.append(" ".repeat(indent)).append(comment()).append('\n');
        }
    }

    private void lineEnd() {
        out.append(random.nextInt(8) == 0 ? "  " + comment() : "").append('\n');
    }

    private String comment() {
        return "#~" + comments++ + "~";
    }
}
