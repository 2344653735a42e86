package dev.coppice.model.analysis;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.include.Composition;
import dev.coppice.model.include.Findings;
import dev.coppice.model.include.Inheritance;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionSource;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageSource;
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

    /** Nobody reads more; a list in a window and an underlined text stay quick. */
    private static final int MOST = 1000;

    private final SpecSchema schema;
    private final PackageSource packages;
    private final OptionSource options;
    private final YamlParser parser = new YamlParser();
    private final RuleSet rules = new RuleSet();
    private final SpecBinder binder = new SpecBinder();

    /** An analyzer of the present version of the spec. */
    public Analyzer() {
        this(new SpecSchema());
    }

    /** An analyzer that shares a table of fields, and knows nothing of packages. */
    public Analyzer(SpecSchema schema) {
        this(schema, PackageSource.NONE, OptionSource.NONE);
    }

    /**
     * An analyzer that shares a table of fields.
     *
     * @param packages the lists of packages; what is found depends on those that are at hand
     * @param options the options of NixOS, likewise
     */
    public Analyzer(SpecSchema schema, PackageSource packages, OptionSource options) {
        this.schema = schema;
        this.packages = packages;
        this.options = options;
    }

    /** Analyses a text that stands among the files of a project. */
    public Analysis analyze(SpecText text, ProjectFiles files) {
        ParsedYaml parsed = parser.parse(text);
        if (!parsed.complete() && parsed.root().isEmpty()) {
            return new Analysis(text, parsed.root(), Optional.empty(), sorted(parsed.problems()));
        }
        Composition whole = Composition.of(schema, text, parsed, files::text);
        Findings places = whole.findings();
        var diagnostics = new ArrayList<Diagnostic>(places.whileReading());
        StructureChecker.Result checked = StructureChecker.check(schema, whole.tree());
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(
                rules.check(
                        schema,
                        checked.root(),
                        whole.tree(),
                        files::size,
                        packages(checked.root()),
                        options(checked.root())));
        findings.stream()
                .filter(finding -> whole.complete() || !Absence.isMeant(finding))
                .map(places::locate)
                .forEach(diagnostics::add);
        boolean good = diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
        Inheritance inheritance = whole.inheritance();
        Optional<SystemSpec> spec =
                good
                        ? Optional.of(
                                binder.bind(
                                        checked.root(), List.copyOf(inheritance.files().keySet())))
                        : Optional.empty();
        return new Analysis(
                text, parsed.root(), spec, new Limit(MOST).apply(sorted(diagnostics)), inheritance);
    }

    /** What is known of the release's packages; not asked for without any package. */
    private PackageFacts packages(Bound.Fields root) {
        Bound.Fields base = root.record("base");
        Optional<String> mirror = base.text("mirror").map(Bound.Value::value);
        return base.text("release")
                .filter(release -> !root.texts("packages").isEmpty())
                .map(release -> packages.of(release.value(), mirror))
                .orElse(PackageFacts.NONE);
    }

    /** The options of NixOS; not asked for without any setting for it. */
    private Optional<NixOptions> options(Bound.Fields root) {
        return root.record("targets")
                .raw("nixos")
                .filter(raw -> !raw.entries().isEmpty())
                .flatMap(raw -> options.options());
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
