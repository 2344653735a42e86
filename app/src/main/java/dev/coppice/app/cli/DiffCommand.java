package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.model.diff.Change;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.runner.compare.ComparisonJson;
import dev.coppice.runner.compare.ComparisonText;
import dev.coppice.runner.compare.GenerationComparison;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code coppice diff}. */
@Command(
        name = "diff",
        description = {
            "Compares two generations or two spec files.",
            "Generations, by number: settings, packages, files, units, ports, users, checks, boot",
            "time, size. Spec files by meaning: users by name, files by path."
        },
        footer = {
            "",
            "JSON of generations: {before, after, differences, sections: [{topic, equal, note,",
            "rows: [{kind, subject, before, after, detail, path}]}]}; of specs: {before, after,",
            "changes: [{kind, section, label, before, after, path}]}.",
            "",
            "Exit codes: 0 compared, whether they differ or not; 1 a spec has errors; 2 usage."
        })
final class DiffCommand implements Callable<Integer> {

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Name of the system (default: that of the project's spec).")
    private String system;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "Number of a generation, a spec file or a project folder.")
    private String before;

    @Parameters(index = "1", paramLabel = "B", description = "The same, for the later side.")
    private String after;

    private final CliContext context;

    DiffCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (isNumber(before) != isNumber(after)) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "usage",
                    "one of " + before + " and " + after + " is a generation, the other a file",
                    "Name two generations, or two files; coppice generations show N --spec"
                            + " prints the spec of a generation.");
        }
        if (isNumber(before)) {
            diffGenerations();
        } else {
            diffSpecs();
        }
        return ExitCode.OK;
    }

    private static boolean isNumber(String text) {
        return text.matches("[1-9][0-9]{0,8}");
    }

    private void diffGenerations() throws IOException {
        try (Engine engine = context.engines().open(store.resolve(context))) {
            String name = system == null ? project.load(context).systemName() : system;
            var selection = new Selection(context, engine);
            GenerationComparison comparison =
                    new Comparisons(engine.generations())
                            .compare(
                                    selection.find(name, Integer.parseInt(before)),
                                    selection.find(name, Integer.parseInt(after)));
            if (output.json()) {
                context.out().println(ComparisonJson.of(comparison));
            } else {
                context.out().print(ComparisonText.of(comparison));
            }
        }
    }

    private void diffSpecs() {
        ProjectText old = load(before);
        ProjectText fresh = load(after);
        List<Change> changes = new SpecDiffer().diff(old.spec(), fresh.spec());
        if (output.json()) {
            ObjectNode node = Json.object().put("before", old.shown()).put("after", fresh.shown());
            node.set("changes", Json.array(changes, Json::change));
            Json.print(context.out(), node);
            return;
        }
        context.out().println(old.shown() + " -> " + fresh.shown());
        changes.forEach(change -> context.out().println("  " + line(change)));
        if (changes.isEmpty()) {
            context.out().println("  They mean the same.");
        }
    }

    private ProjectText load(String path) {
        ProjectText text = ProjectText.load(context.directory().resolve(Path.of(path)), context);
        text.requireNoErrors(context);
        return text;
    }

    private static String line(Change change) {
        return switch (change.kind()) {
            case ADDED -> "+ " + change.label() + value(change.after());
            case REMOVED -> "- " + change.label() + value(change.before());
            case CHANGED ->
                    "~ "
                            + change.label()
                            + ": "
                            + oneLine(change.before())
                            + " -> "
                            + oneLine(change.after());
        };
    }

    private static String value(String text) {
        return text.isEmpty() ? "" : ": " + oneLine(text);
    }

    private static String oneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
