package dev.coppice.model.yaml;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a text as YAML; places are kept inside the text. */
final class Faults {

    /** A text that YAML's grammar does not allow. */
    static final String SYNTAX = "yaml-syntax";

    /** An alias without anchor, inside its own anchor, or that makes the document explode. */
    static final String ALIAS = "yaml-alias";

    /** More than one document in the text. */
    static final String DOCUMENTS = "yaml-documents";

    /** A key that is not a text, or no key at all. */
    static final String KEY = "yaml-key";

    /** Nested too deeply, or too large. */
    static final String LIMIT = "yaml-limit";

    /** A tag that means nothing here. */
    static final String TAG = "yaml-tag";

    /** A merge key whose value is no mapping. */
    static final String MERGE = "yaml-merge";

    /** A key that stands twice in its mapping. */
    static final String DUPLICATE = "duplicate-key";

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
    record Saying(String code, Severity severity, String message, String help) {

        static Saying error(String code, String message, String help) {
            return new Saying(code, Severity.ERROR, message, help);
        }

        static Saying warning(String code, String message, String help) {
            return new Saying(code, Severity.WARNING, message, help);
        }
    }

    void add(Saying saying, YamlPath path, int start, int end) {
        add(saying, path, start, end, List.of());
    }

    void add(Saying saying, YamlPath path, int start, int end, List<Fix> fixes) {
        int from = Math.clamp(start, 0, length);
        int to = Math.clamp(end, from, length);
        found.add(
                new Diagnostic(
                        saying.code(),
                        saying.severity(),
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
