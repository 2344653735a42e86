package dev.coppice.app.cli;

import dev.coppice.app.FolderFiles;
import dev.coppice.app.output.ExportFolder;
import dev.coppice.app.output.FolderPlan;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.include.Composition;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlParser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code coppice export}. */
@Command(
        name = "export",
        description = {
            "Writes the spec as the files of another system, and reports what became of each",
            "value: exact, approximated (and what differs) or dropped (and why). Without --output",
            "nothing is written. A file that Coppice did not write, or that somebody changed",
            "since, is never replaced without --force; a file that an earlier export wrote and",
            "this one has not is removed."
        },
        footer = {
            "",
            "JSON: {written, targets: [{target, title, folder, files: [{path, state, origins:",
            "[{line, paths}]}], exact, approximated, dropped, report: [{path, field, support,",
            "text, file, line, column}]}]}; state is new, updated, same, foreign, edited, removed",
            "or left, and empty without --output; file is an included file, or empty for the spec.",
            "JSON of --list: {targets: [{target, title, summary}]}.",
            "",
            "Exit codes: 0 written; 1 the spec has errors; 2 no such target or spec, or files are",
            "in the way; 3 a file cannot be read or written."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "SPEC",
            description = "Spec file or project folder (default: --project).")
    private Path place;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "TARGET",
            split = ",",
            description = "What to write; may be repeated, or joined by commas. See --list.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to write; with several targets, a folder for each is made there.")
    private Path folder;

    @Option(names = "--force", description = "Replace files whoever wrote them.")
    private boolean force;

    @Option(names = "--list", description = "List the targets and stop.")
    private boolean list;

    private final CliContext context;
    private final Exporters exporters;
    private final Targets known;

    ExportCommand(CliContext context, Exporters exporters) {
        this.context = context;
        this.exporters = exporters;
        this.known = new Targets(exporters);
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            return printTargets();
        }
        List<Exporter> wanted = wanted();
        ProjectText text =
                place == null
                        ? project.load(context)
                        : ProjectText.load(context.directory().resolve(place), context);
        text.requireNoErrors(context);
        var schema = new SpecSchema();
        var files = new FolderFiles(text.folder());
        ExportInput input =
                ExportInput.of(schema, text.analysis(), files)
                        .orElseThrow(() -> new IllegalStateException("no errors, but no spec"));
        var work = new ArrayList<Work>();
        for (Exporter exporter : wanted) {
            ExportResult result = exporter.export(input);
            work.add(new Work(exporter, result, shown(exporter)));
        }
        List<ExportReport.Done> done = write(work, text.folder());
        var report = new ExportReport(text.shown(), places(schema, text));
        if (output.json()) {
            Json.print(context.out(), report.json(done));
        } else {
            done.forEach(each -> report.print(each, context.out()));
        }
        requireNothingInTheWay(done);
        return ExitCode.OK;
    }

    /** What is written where; the folder is as it was named. */
    private record Work(Exporter exporter, ExportResult result, Optional<Path> folder) {}

    /** All or nothing: one file in the way keeps every target from being written. */
    private List<ExportReport.Done> write(List<Work> work, Path project) throws IOException {
        var plans = new ArrayList<FolderPlan>();
        for (Work each : work) {
            if (each.folder().isPresent()) {
                plans.add(folder(each, project).plan(each.exporter().id(), each.result().files()));
            }
        }
        boolean free = force || plans.stream().allMatch(plan -> plan.questions().isEmpty());
        var done = new ArrayList<ExportReport.Done>();
        for (int i = 0; i < work.size(); i++) {
            Work each = work.get(i);
            Optional<ExportFolder.Outcome> outcome = Optional.empty();
            if (each.folder().isPresent()) {
                outcome =
                        Optional.of(
                                free
                                        ? write(each, project, plans.get(i))
                                        : new ExportFolder.Outcome(plans.get(i), false));
            }
            done.add(new ExportReport.Done(each.exporter(), each.result(), each.folder(), outcome));
        }
        return done;
    }

    private ExportFolder.Outcome write(Work each, Path project, FolderPlan plan)
            throws IOException {
        return folder(each, project)
                .write(each.exporter().id(), each.result().files(), plan.questions());
    }

    private ExportFolder folder(Work each, Path project) {
        Path to = context.directory().resolve(each.folder().orElseThrow());
        return new ExportFolder(to.toAbsolutePath().normalize(), project);
    }

    private List<Exporter> wanted() {
        if (targets.isEmpty()) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "no-target",
                    "which target?",
                    "Name one with --target. " + known.all());
        }
        return known.named(targets);
    }

    private static ValuePlaces places(SpecSchema schema, ProjectText text) {
        return Composition.of(
                        schema,
                        text.text(),
                        new YamlParser().parse(text.text()),
                        path ->
                                Optional.ofNullable(
                                        text.analysis().inheritance().contents().get(path)))
                .places();
    }

    private Optional<Path> shown(Exporter exporter) {
        return Optional.ofNullable(folder)
                .map(
                        each ->
                                targets.stream().distinct().count() > 1
                                        ? each.resolve(exporter.id())
                                        : each);
    }

    private static void requireNothingInTheWay(List<ExportReport.Done> done) {
        List<String> paths = done.stream().flatMap(each -> each.inTheWay().stream()).toList();
        if (!paths.isEmpty()) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "in-the-way",
                    "not written by Coppice, or changed since: " + String.join(", ", paths),
                    "Nothing was written. Name another folder, or replace them with --force.");
        }
    }

    private int printTargets() {
        if (output.json()) {
            ObjectNode node = Json.object();
            node.set(
                    "targets",
                    Json.array(
                            exporters.all(),
                            each ->
                                    Json.object()
                                            .put("target", each.id())
                                            .put("title", each.title())
                                            .put("summary", each.summary())));
            Json.print(context.out(), node);
        } else if (known.ids().isEmpty()) {
            context.out().println(known.all());
        } else {
            var table = new Table();
            exporters.all().forEach(each -> table.row(each.id(), each.title(), each.summary()));
            table.print(context.out(), "");
        }
        return ExitCode.OK;
    }
}
