package dev.coppice.app.cli;

import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code coppice init}. */
@Command(
        name = "init",
        description = "Makes a new project from an example. Never writes over a file.",
        footer = {
            "",
            "JSON: {folder, example, files}; with --list: {examples: [{id, title, description}]}.",
            "",
            "Exit codes: 0 made; 2 no such example, or one of its files is there already;",
            "3 the folder cannot be written."
        })
final class InitCommand implements Callable<Integer> {

    @Mixin private Options.Output output;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of the project (default: the example's name).")
    private Path folder;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            description = "Which example (default: web-server).")
    private String name;

    @Option(names = "--list", description = "List the examples and stop.")
    private boolean list;

    private final CliContext context;
    private final Examples examples = new Examples();

    InitCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            return printExamples();
        }
        Example example = name == null ? examples.standard() : find(name);
        Path shown = folder == null ? Path.of(example.id()) : folder;
        try {
            ExampleProject.create(example, context.directory().resolve(shown));
        } catch (FileAlreadyExistsException e) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "exists",
                    e.getFile() + " is there already; nothing was written",
                    "Name another folder: coppice init DIR.");
        }
        if (output.json()) {
            ObjectNode node =
                    Json.object().put("folder", shown.toString()).put("example", example.id());
            ArrayNode files = node.putArray("files");
            example.files().forEach(files::add);
            Json.print(context.out(), node);
        } else {
            context.out().println("Made " + shown + " from the example " + example.id() + ":");
            example.files().forEach(file -> context.out().println("  " + shown.resolve(file)));
            context.out().println("Next: coppice check --project " + shown);
        }
        return ExitCode.OK;
    }

    private Example find(String wanted) {
        return examples.find(wanted)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.USAGE,
                                        "no-such-example",
                                        "there is no example " + wanted,
                                        "Examples: " + String.join(", ", ids()) + "."));
    }

    private List<String> ids() {
        return examples.all().stream().map(Example::id).toList();
    }

    private int printExamples() {
        if (output.json()) {
            ObjectNode node = Json.object();
            node.set(
                    "examples",
                    Json.array(
                            examples.all(),
                            e ->
                                    Json.object()
                                            .put("id", e.id())
                                            .put("title", e.title())
                                            .put("description", e.description())));
            Json.print(context.out(), node);
        } else {
            var table = new Table();
            examples.all().forEach(e -> table.row(e.id(), e.description()));
            table.print(context.out(), "");
        }
        return ExitCode.OK;
    }
}
