package dev.coppice.app.cli;

import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Shape;

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
            "JSON: {folder, example, name, files}; with --list: {examples: [{id, title,",
            "description, tags, lessons, hosts}]}; hosts are those that it needs beside the",
            "distribution's archive.",
            "",
            "Exit codes: 0 made; 2 no such example, no system name, or a file is there",
            "already; 3 the folder cannot be written."
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
            description = "Which example (default: web-server); empty for three lines to fill in.")
    private String wanted;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "The system's name, under which generations are kept (default: the example's).")
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
        Example example = wanted == null ? examples.standard() : find(wanted);
        String system = name == null ? example.id() : valid(name);
        Path shown = folder == null ? Path.of(system) : folder;
        try {
            ExampleProject.create(example, system, context.directory().resolve(shown));
        } catch (FileAlreadyExistsException e) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "exists",
                    e.getFile() + " is there already; nothing was written",
                    "Name another folder: coppice init DIR.");
        }
        if (output.json()) {
            ObjectNode node =
                    Json.object()
                            .put("folder", shown.toString())
                            .put("example", example.id())
                            .put("name", system);
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

    private static String valid(String name) {
        if (Shape.SYSTEM_NAME.matches(name)) {
            return name;
        }
        throw new CliFailure(
                ExitCode.USAGE,
                "bad-name",
                "'" + name + "' is not a system name",
                Shape.SYSTEM_NAME.help());
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
            node.set("examples", Json.array(examples.all(), InitCommand::json));
            Json.print(context.out(), node);
        } else {
            var table = new Table();
            examples.all().forEach(e -> table.row(e.id(), e.description()));
            table.print(context.out(), "");
        }
        return ExitCode.OK;
    }

    private static ObjectNode json(Example example) {
        ObjectNode node =
                Json.object()
                        .put("id", example.id())
                        .put("title", example.title())
                        .put("description", example.description());
        example.tags().forEach(node.putArray("tags")::add);
        example.lessons().forEach(node.putArray("lessons")::add);
        example.hosts().forEach(node.putArray("hosts")::add);
        return node;
    }
}
