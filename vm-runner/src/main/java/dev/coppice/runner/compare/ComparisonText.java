package dev.coppice.runner.compare;

import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;

/** A comparison as text for a terminal. */
public final class ComparisonText {

    private ComparisonText() {}

    /** Lines end with LF; no colours. */
    public static String of(GenerationComparison comparison) {
        var out = new StringBuilder();
        out.append(comparison.before()).append(" -> ").append(comparison.after()).append('\n');
        comparison.sections().forEach(section -> append(out, section));
        return out.toString();
    }

    private static void append(StringBuilder out, Section section) {
        if (section.rows().isEmpty() && section.note().isEmpty() && section.equal() == 0) {
            return;
        }
        out.append('\n').append(section.topic().title());
        if (section.equal() > 0) {
            out.append(" (")
                    .append(section.equal())
                    .append(section.rows().isEmpty() ? ", all equal)" : " equal)");
        }
        out.append('\n');
        if (!section.note().isEmpty()) {
            out.append("    ").append(section.note()).append('\n');
        }
        section.rows().forEach(row -> append(out, row));
    }

    private static void append(StringBuilder out, Row row) {
        String sign =
                switch (row.kind()) {
                    case ADDED -> "+";
                    case REMOVED -> "-";
                    case CHANGED -> "~";
                    case SAME -> "=";
                };
        out.append("  ").append(sign).append(' ').append(row.subject());
        String values =
                switch (row.kind()) {
                    case ADDED -> row.after();
                    case REMOVED -> row.before();
                    case CHANGED, SAME ->
                            row.before().equals(row.after())
                                    ? row.after()
                                    : row.before() + " -> " + row.after();
                };
        if (!values.isEmpty()) {
            out.append(": ").append(values.replace("\n", "\\n"));
        }
        boolean measure = row.detail().size() == 1 && !row.subject().startsWith("/");
        if (measure) {
            out.append(" (").append(row.detail().getFirst()).append(')');
        }
        row.cause().ifPresent(path -> out.append("   [").append(path).append(']'));
        out.append('\n');
        if (!measure) {
            row.detail().forEach(line -> out.append("      ").append(line).append('\n'));
        }
    }
}
