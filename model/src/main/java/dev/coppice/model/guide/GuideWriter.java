package dev.coppice.model.guide;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes guides for people, in Markdown; what Coppice says of an example is asked of it. */
public final class GuideWriter {

    /** The target that the examples of findings about targets are written for. */
    private static final String TARGET = "containerfile";

    private final TargetFindings targets = new TargetFindings(new SpecSchema(), new Exporters());
    private final Guides guides;
    private final Analyzer analyzer =
            new Analyzer(new SpecSchema(), new GuidePackages(), new GuideOptions());

    public GuideWriter(Guides guides) {
        this.guides = guides;
    }

    /** The catalogue of all findings, with a final line feed. */
    public String catalogue() {
        var out = new StringBuilder();
        out.append("# The findings of Coppice\n\n");
        out.append("Written from the guides of the findings; do not edit. `coppice explain CODE`");
        out.append(" prints one. Errors stop a build; warnings and notes do not.\n\n");
        out.append("| code | severity | meaning |\n|---|---|---|\n");
        for (Guide guide : guides.all()) {
            String id = guide.code().id();
            out.append("| [`").append(id).append("`](#").append(id).append(") | ");
            out.append(severity(guide)).append(" | ").append(guide.code().meaning());
            out.append(" |\n");
        }
        guides.all().forEach(guide -> out.append("\n## ").append(page(guide)));
        return out.toString();
    }

    /** One guide: code, severity, meaning, why, a bad example, what Coppice says, a good one. */
    public String page(Guide guide) {
        var out = new StringBuilder();
        out.append(guide.code().id()).append("\n\n");
        String severity = severity(guide);
        out.append(severity.substring(0, 1).toUpperCase(Locale.ROOT)).append(severity.substring(1));
        out.append(": ").append(guide.code().meaning()).append("\n\n");
        out.append(guide.why()).append("\n\n");
        out.append("```yaml\n").append(guide.bad()).append("```\n\n");
        finding(guide).ifPresent(found -> said(found, out));
        out.append("Right:\n\n```yaml\n").append(guide.good()).append("```\n");
        return out.toString();
    }

    /** What an example means, among the files and packages that the examples name. */
    Analysis analyze(Guide guide, String spec) {
        var files = new GuideFiles();
        Analysis analysis = analyzer.analyze(new SpecText(spec), files);
        return ofTargets(guide) ? targets.add(analysis, files, List.of(TARGET)) : analysis;
    }

    private static boolean ofTargets(Guide guide) {
        return guide.code() == DiagnosticCode.EXPORT_DROPPED
                || guide.code() == DiagnosticCode.EXPORT_APPROXIMATED;
    }

    /** What Coppice finds in the bad example of a guide. */
    public Optional<Diagnostic> finding(Guide guide) {
        return analyze(guide, guide.badSpec()).diagnostics().stream()
                .filter(d -> d.code().equals(guide.code().id()))
                .findFirst();
    }

    private static void said(Diagnostic found, StringBuilder out) {
        out.append("Coppice says: ").append(found.message()).append(". ").append(found.help());
        if (!found.fixes().isEmpty()) {
            out.append(" Fixes: ");
            out.append(
                    found.fixes().stream()
                            .map(Fix::label)
                            .map(label -> "*" + label + "*")
                            .collect(Collectors.joining(", ")));
            out.append('.');
        }
        out.append("\n\n");
    }

    /** {@code error}, {@code warning} or {@code note}. */
    private static String severity(Guide guide) {
        return switch (guide.code().severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
