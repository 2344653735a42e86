package dev.coppice.model.analysis;

import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.rules.RuleContext;
import dev.coppice.model.rules.RuleSet;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YamlParser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Text in, everything that follows from it out: one pure call that never throws. */
public final class Analyzer {

    private final SpecSchema schema;
    private final YamlParser parser = new YamlParser();
    private final RuleSet rules = new RuleSet();
    private final SpecBinder binder = new SpecBinder();

    /** An analyzer of the present version of the spec. */
    public Analyzer() {
        this(new SpecSchema());
    }

    /** An analyzer that shares a table of fields. */
    public Analyzer(SpecSchema schema) {
        this.schema = schema;
    }

    /** Analyses a text that stands among the files of a project. */
    public Analysis analyze(SpecText text, ProjectFiles files) {
        ParsedYaml parsed = parser.parse(text);
        var diagnostics = new ArrayList<Diagnostic>(parsed.problems());
        if (!parsed.complete() && parsed.root().isEmpty()) {
            return new Analysis(text, parsed.root(), Optional.empty(), sorted(diagnostics));
        }
        StructureChecker.Result checked = StructureChecker.check(schema, parsed.root());
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(rules.check(new RuleContext(schema, checked.root(), files::size)));
        var locator = new Locator(text, parsed.root());
        findings.stream()
                .filter(finding -> parsed.complete() || !missingAtTop(finding))
                .map(locator::locate)
                .forEach(diagnostics::add);
        boolean good = diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
        Optional<SystemSpec> spec =
                good ? Optional.of(binder.bind(checked.root())) : Optional.empty();
        return new Analysis(text, parsed.root(), spec, sorted(diagnostics));
    }

    /** Behind a syntax error there may be more keys; they cannot be called missing. */
    private static boolean missingAtTop(Finding finding) {
        return finding.code() == DiagnosticCode.EMPTY_SPEC
                || finding.code() == DiagnosticCode.MISSING_KEY
                        && finding.path().steps().size() == 1;
    }

    private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .sorted(
                        Comparator.comparingInt((Diagnostic d) -> d.range().start())
                                .thenComparing(Diagnostic::severity)
                                .thenComparing(Diagnostic::code))
                .distinct()
                .toList();
    }
}
