package dev.coppice.model.export.yaml;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlScalars;

import java.util.List;

/** Writes a document in block style, two blanks deep, lists indented in their mapping. */
public final class YamlDocument {

    private static final int STEP = 2;

    private final TextWriter out;

    /**
     * @param out where the lines go
     */
    public YamlDocument(TextWriter out) {
        this.out = out;
    }

    /** Writes a mapping as a document, with empty lines around what is long or commented. */
    public void write(Yaml.Fields root) {
        boolean wasLong = false;
        for (Yaml.Field field : root.fields()) {
            boolean isLong = isLong(field.value());
            if (wasLong || isLong || !field.comment().isEmpty()) {
                out.gap();
            }
            wasLong = isLong;
            comment(field, 0, root.origins());
            value(field.value(), key(field) + ":", 0, origins(field.value(), root.origins()));
        }
    }

    private static boolean isLong(Yaml part) {
        return switch (part) {
            case Yaml.Items list -> !list.items().isEmpty();
            case Yaml.Fields map -> !map.fields().isEmpty();
            case Yaml.Text text -> YamlScalars.isBlock(text.value());
            case Yaml.Words words -> false;
            case Yaml.Plain plain -> false;
        };
    }

    private static String key(Yaml.Field field) {
        return YamlScalars.inLine(field.key());
    }

    private static List<YamlPath> origins(Yaml part, List<YamlPath> around) {
        return part.origins().isEmpty() ? around : part.origins();
    }

    private void comment(Yaml.Field field, int column, List<YamlPath> around) {
        if (!field.comment().isEmpty()) {
            field.comment()
                    .lines()
                    .forEach(line -> line(column, YamlScalars.comment(line), around));
        }
    }

    private void line(int column, String text, List<YamlPath> origins) {
        out.line(" ".repeat(column) + text, origins);
    }

    /**
     * A value.
     *
     * @param head what stands before it on its first line, with its indentation
     * @param column that of the mapping or list that holds it
     */
    private void value(Yaml value, String head, int column, List<YamlPath> origins) {
        switch (value) {
            case Yaml.Text(String text, var own) when YamlScalars.isBlock(text) -> {
                List<String> block = YamlScalars.block(text, column + STEP, STEP);
                out.line(head + " " + block.getFirst(), origins);
                block.stream().skip(1).forEach(line -> out.line(line, origins));
            }
            case Yaml.Text(String text, var own) ->
                    out.line(head + " " + YamlScalars.inLine(text), origins);
            case Yaml.Plain(String written, var own) -> out.line(head + " " + written, origins);
            case Yaml.Words(List<String> words, var own) ->
                    out.line(head + " " + YamlScalars.list(words), origins);
            case Yaml.Items list when list.items().isEmpty() -> out.line(head + " []", origins);
            case Yaml.Fields map when map.fields().isEmpty() -> out.line(head + " {}", origins);
            case Yaml.Items list -> {
                boolean nested = head.endsWith("-");
                if (!nested) {
                    out.line(head, origins);
                }
                items(list, column + STEP, nested ? head + " " : "", origins);
            }
            case Yaml.Fields map -> {
                boolean nested = head.endsWith("-");
                if (!nested) {
                    out.line(head, origins);
                }
                fields(map, column + STEP, nested ? head + " " : "", origins);
            }
        }
    }

    private void items(Yaml.Items list, int column, String head, List<YamlPath> around) {
        String start = head;
        for (Yaml item : list.items()) {
            String indent = start.isEmpty() ? " ".repeat(column) : start;
            value(item, indent + "-", column, origins(item, around));
            start = "";
        }
    }

    private void fields(Yaml.Fields map, int column, String head, List<YamlPath> around) {
        String start = head;
        for (Yaml.Field field : map.fields()) {
            String indent = start.isEmpty() ? " ".repeat(column) : start;
            // Above a dash, as deep as the outermost one.
            int outermost = indent.isBlank() ? column : indent.indexOf('-');
            comment(field, outermost, around);
            List<YamlPath> origins = origins(field.value(), around);
            value(field.value(), indent + key(field) + ":", column, origins);
            start = "";
        }
    }
}
