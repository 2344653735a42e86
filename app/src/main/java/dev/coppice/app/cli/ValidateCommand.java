package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.model.diag.DiagnosticPrinter;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code coppice validate}. */
@Command(
        name = "validate",
        description = "Checks specs and reports every finding with its place and what to do.",
        footer = {
            "",
            "Text reads as compilers print: path:line:column: error[code]: message.",
            "",
            "JSON: {valid, errors, warnings, packagesChecked, diagnostics: [{file, line, column,",
            "offset, length, severity, code, path, message, help, fixes}]}; lines and columns",
            "count from 1, offsets from 0 in UTF-16 units; severity is error, warning or info.",
            "",
            "Names of packages are looked up in the release's list, when it is kept on this",
            "computer; nothing is downloaded. packagesChecked says whether all were looked up.",
            "",
            "With --target: what the target drops is a warning (export-dropped), what it",
            "approximates is a note (export-approximated). A spec with errors has neither.",
            "",
            "With --evaluate: Nix 2.18 or newer evaluates all that an image of NixOS is made",
            "from (target-refused). It downloads nixpkgs the first time, and builds nothing.",
            "",
            "Exit codes: 0 no errors (warnings are allowed); 1 errors; 2 no such file or target;",
            "with --evaluate also 3 it could not be evaluated; 4 Nix is missing or too old."
        })
final class ValidateCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(
            names = "--evaluate",
            description =
                    "Also let Nix evaluate the spec as a NixOS configuration; what it refuses is"
                            + " an error at the value that it comes from.")
    private boolean evaluate;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Spec files or project folders (default: --project).")
    private List<Path> paths;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Also write the findings as SARIF, for CI systems and code hosts.")
    private Path sarif;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "TARGET",
            split = ",",
            description =
                    "Also report what this target of export drops or approximates; may be"
                            + " repeated, or joined by commas.")
    private List<String> targets = new ArrayList<>();

    private final CliContext context;
    private final Exporters exporters;

    ValidateCommand(CliContext context, Exporters exporters) {
        this.context = context;
        this.exporters = exporters;
    }

    @Override
    public Integer call() throws IOException {
        List<String> chosen =
                new Targets(exporters).named(targets).stream().map(Exporter::id).toList();
        var losses = new TargetFindings(new SpecSchema(), exporters);
        List<ProjectText> texts =
                evaluated(specs().map(text -> text.withLosses(losses, chosen)).toList(), losses);
        boolean valid = texts.stream().noneMatch(text -> text.analysis().hasErrors());
        if (sarif != null) {
            Files.writeString(
                    context.directory().resolve(sarif), Json.text(Sarif.of(texts)) + "\n");
        }
        if (output.json()) {
            printJson(texts, valid);
        } else {
            texts.forEach(this::printText);
            unlisted(texts).ifPresent(this::printUnlisted);
        }
        return valid ? ExitCode.OK : ExitCode.SPEC_OR_CHECK;
    }

    private List<ProjectText> evaluated(List<ProjectText> texts, TargetFindings places) {
        if (!evaluate) {
            return texts;
        }
        try (Engine engine = context.engines().open(store.resolve(context))) {
            var evaluations = new Evaluations(context, engine);
            return texts.stream().map(text -> evaluations.nixos(text, places)).toList();
        }
    }

    private Stream<ProjectText> specs() {
        return paths == null || paths.isEmpty()
                ? Stream.of(project.load(context))
                : paths.stream()
                        .map(context.directory()::resolve)
                        .map(path -> ProjectText.load(path, context));
    }

    private void printText(ProjectText text) {
        if (text.diagnostics().isEmpty()) {
            context.out().println(text.shown() + ": " + DiagnosticPrinter.summary(List.of()));
        } else {
            context.out().print(text.printed(context.color()));
        }
    }

    private static Optional<String> unlisted(List<ProjectText> texts) {
        return texts.stream()
                .flatMap(text -> text.unlisted().stream())
                .distinct()
                .reduce((a, b) -> a + " and " + b);
    }

    private void printUnlisted(String releases) {
        context.err()
                .println(
                        "note: names of packages were not looked up, because the list of "
                                + releases
                                + " is not on this computer; the window fetches it.");
    }

    private void printJson(List<ProjectText> texts, boolean valid) {
        ObjectNode node = Json.object().put("valid", valid);
        node.put("errors", count(texts, Severity.ERROR));
        node.put("warnings", count(texts, Severity.WARNING));
        node.put("packagesChecked", unlisted(texts).isEmpty());
        ArrayNode all = node.putArray("diagnostics");
        for (ProjectText text : texts) {
            text.diagnostics().forEach(d -> all.add(Json.diagnostic(text.shown(), d)));
        }
        Json.print(context.out(), node);
    }

    private static long count(List<ProjectText> texts, Severity severity) {
        return texts.stream()
                .flatMap(text -> text.diagnostics().stream())
                .filter(d -> d.severity() == severity)
                .count();
    }
}
