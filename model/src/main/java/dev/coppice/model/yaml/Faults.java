package dev.coppice.model.yaml;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a text as YAML; places are kept inside the text. */
final class Faults {

    private final int length;
    private final LineIndex lines;
    private final List<Diagnostic> found = new ArrayList<>();

    Faults(String content) {
        this.length = content.length();
        this.lines = new LineIndex(new SpecText(content));
    }

    LineIndex lines() {
        return lines;
    }

    /** What a finding says. */
    record Saying(DiagnosticCode code, String message, String help) {}

    void add(Saying saying, YamlPath path, int start, int end) {
        add(saying, path, start, end, List.of());
    }

    void add(Saying saying, YamlPath path, int start, int end, List<Fix> fixes) {
        int from = Math.clamp(start, 0, length);
        int to = Math.clamp(end, from, length);
        found.add(
                new Diagnostic(
                        saying.code().id(),
                        saying.code().severity(),
                        path,
                        new TextRange(from, to),
                        lines.positionAt(from),
                        saying.message(),
                        saying.help(),
                        fixes));
    }

    /** The findings by position. */
    List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt((Diagnostic d) -> d.range().start()))
                .toList();
    }
}
