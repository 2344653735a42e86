package dev.coppice.model.diag;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints findings as compilers print them: place, what is wrong, the line with the place
 * underlined, what to do. Secrets that stand on a line are masked.
 */
public final class DiagnosticPrinter {

    private static final String MASK = "••••••••";
    private static final Set<String> SECRET =
            Set.of(
                    DiagnosticCode.CLEAR_PASSWORD.id(),
                    DiagnosticCode.BAD_HASH.id(),
                    DiagnosticCode.PRIVATE_KEY.id(),
                    DiagnosticCode.SECRET_IN_CLEAR.id());

    /** Fields that hold secrets, whatever is wrong with them. */
    private static final Pattern SECRET_PATH =
            Pattern.compile(
                    "^users\\[[0-9]+]\\.[A-Za-z_]*[Pp]assw(or)?d"
                            + "|\\.environment\\.[^.]*(?i:password|passwd|secret|token|key)$");

    private final boolean colour;

    /**
     * A printer.
     *
     * @param colour whether to use ANSI colours
     */
    public DiagnosticPrinter(boolean colour) {
        this.colour = colour;
    }

    /** All findings of a file and a summary line; every line ends with a line feed. */
    public String print(String file, SpecText text, List<Diagnostic> diagnostics) {
        var lines = new LineIndex(text);
        Map<Integer, Integer> masks = masks(text, lines, diagnostics);
        var out = new StringBuilder();
        for (Diagnostic d : diagnostics) {
            head(file, d, out);
            quote(text, lines, masks, d, out);
            if (!d.help().isEmpty()) {
                out.append(paint(Paint.NOTE, "help")).append(": ").append(d.help()).append('\n');
            }
            for (Fix fix : d.fixes()) {
                out.append(paint(Paint.NOTE, "fix")).append(": ").append(fix.label()).append('\n');
            }
            out.append('\n');
        }
        return out.append(summary(diagnostics)).append('\n').toString();
    }

    /** {@code 2 errors, 1 warning}; {@code no errors, no warnings} when there is nothing. */
    public static String summary(List<Diagnostic> diagnostics) {
        return count(diagnostics, Severity.ERROR, "error")
                + ", "
                + count(diagnostics, Severity.WARNING, "warning");
    }

    private static String count(List<Diagnostic> diagnostics, Severity severity, String noun) {
        long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
        return (count == 0 ? "no" : Long.toString(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    private void head(String file, Diagnostic d, StringBuilder out) {
        String severity = d.severity().name().toLowerCase(Locale.ROOT);
        String place = file + ":" + d.start().line() + ":" + d.start().column() + ":";
        out.append(paint(Paint.PLACE, place))
                .append(' ')
                .append(paint(Paint.of(d.severity()), severity + "[" + d.code() + "]"))
                .append(": ")
                .append(d.message())
                .append('\n');
    }

    private void quote(
            SpecText text,
            LineIndex lines,
            Map<Integer, Integer> masks,
            Diagnostic d,
            StringBuilder out) {
        int number = d.start().line();
        String line = line(text, lines, number);
        int whole = lines.startOf(number);
        int from = d.range().start() - whole;
        int to = Math.min(d.range().end() - whole, line.length());
        if (masks.containsKey(number)) {
            int mask = Math.min(masks.get(number), line.length());
            if (from > mask) {
                return;
            }
            line = line.substring(0, mask) + MASK;
            to = from == mask ? line.length() : Math.min(to, mask);
        }
        DisplayLine shown = DisplayLine.of(line, from);
        String margin = Integer.toString(number);
        int start = shown.column(from);
        int length = Math.max(1, shown.column(to) - start);
        out.append(paint(Paint.MARGIN, " " + margin + " | ")).append(shown.text()).append('\n');
        out.append(paint(Paint.MARGIN, " " + " ".repeat(margin.length()) + " | "))
                .append(" ".repeat(start))
                .append(paint(Paint.of(d.severity()), "^".repeat(length)))
                .append('\n');
    }

    /**
     * Where on their lines secrets start, as far as findings know of them. A secret goes on over
     * the lines that are indented more than the one on which it starts.
     */
    private static Map<Integer, Integer> masks(
            SpecText text, LineIndex lines, List<Diagnostic> diagnostics) {
        var masks = new HashMap<Integer, Integer>();
        for (Diagnostic d : diagnostics) {
            if (SECRET.contains(d.code()) || SECRET_PATH.matcher(d.path().toString()).find()) {
                int line = d.start().line();
                int start = lines.startOf(line);
                boolean key =
                        d.range().end() < text.content().length()
                                && text.content().charAt(d.range().end()) == ':';
                int mask = (key ? d.range().end() + 1 : d.range().start()) - start;
                masks.merge(line, mask, Math::min);
                follow(text, lines, line, mask, masks);
            }
        }
        return masks;
    }

    private static void follow(
            SpecText text, LineIndex lines, int first, int mask, Map<Integer, Integer> masks) {
        String line = line(text, lines, first);
        boolean begun = !line.substring(Math.min(mask, line.length())).isBlank();
        int indent = indent(line);
        for (int next = first + 1; next <= lines.lines(); next++) {
            String behind = line(text, lines, next);
            if (!behind.isBlank() && indent(behind) <= indent && begun) {
                return;
            }
            begun |= !behind.isBlank();
            masks.merge(next, indent(behind), Math::min);
        }
    }

    private static String line(SpecText text, LineIndex lines, int number) {
        TextRange whole = lines.rangeOf(number);
        return text.content().substring(whole.start(), whole.end()).replaceAll("[\\r\\n]+$", "");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String paint(Paint paint, String text) {
        return colour ? paint.ansi + text + "\u001b[0m" : text;
    }

    private enum Paint {
        ERROR("\u001b[1;31m"),
        WARNING("\u001b[1;33m"),
        INFO("\u001b[1;34m"),
        PLACE("\u001b[1m"),
        MARGIN("\u001b[34m"),
        NOTE("\u001b[1;36m");

        private final String ansi;

        Paint(String ansi) {
            this.ansi = ansi;
        }

        static Paint of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case INFO -> INFO;
            };
        }
    }
}
