package dev.coppice.model.diag;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;

import java.util.List;
import java.util.Locale;

/**
 * Findings for programs: plain values only, ready for JSON.
 *
 * @param file the file's path as it was given
 * @param errors how many errors
 * @param warnings how many warnings
 * @param findings in the order of their places
 */
public record DiagnosticReport(String file, int errors, int warnings, List<Item> findings) {

    public DiagnosticReport {
        findings = List.copyOf(findings);
    }

    /**
     * One finding.
     *
     * @param code stable short name
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param path where by meaning, {@code users[0].name}; empty for the whole file
     * @param line from 1
     * @param column from 1, in UTF-16 units
     * @param endLine line of the end
     * @param endColumn column behind the end
     * @param message what is wrong
     * @param help what to do next
     * @param fixes what quick fixes there are, the best first
     */
    public record Item(
            String code,
            String severity,
            String path,
            int line,
            int column,
            int endLine,
            int endColumn,
            String message,
            String help,
            List<String> fixes) {

        public Item {
            fixes = List.copyOf(fixes);
        }
    }

    /** The report of a file's findings. */
    public static DiagnosticReport of(String file, SpecText text, List<Diagnostic> diagnostics) {
        var lines = new LineIndex(text);
        return new DiagnosticReport(
                file,
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING),
                diagnostics.stream().map(d -> item(d, lines.positionAt(d.range().end()))).toList());
    }

    private static int count(List<Diagnostic> diagnostics, Severity severity) {
        return (int) diagnostics.stream().filter(d -> d.severity() == severity).count();
    }

    private static Item item(Diagnostic d, Position end) {
        return new Item(
                d.code(),
                d.severity().name().toLowerCase(Locale.ROOT),
                d.path().toString(),
                d.start().line(),
                d.start().column(),
                end.line(),
                end.column(),
                d.message(),
                d.help(),
                d.fixes().stream().map(Fix::label).toList());
    }
}
