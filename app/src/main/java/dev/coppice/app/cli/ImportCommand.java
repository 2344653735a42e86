package dev.coppice.app.cli;

import dev.coppice.app.ImportedProject;
import dev.coppice.model.importing.Import;
import dev.coppice.model.importing.ImportNote;
import dev.coppice.model.importing.ImportReport;
import dev.coppice.model.importing.Importer;
import dev.coppice.model.importing.Importers;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code coppice import}. */
@Command(
        name = "import",
        description = {
            "Makes a new project from a file of another system: cloud-init user-data or a Kairos",
            "cloud-config, which start with #cloud-config. Says of every setting whether it was"
                    + " taken. Never writes over a",
            "file."
        },
        footer = {
            "",
            "JSON: {folder, name, format, notes: [{field, line, outcome, target, reason}]}, where",
            "outcome is taken, approximated or dropped.",
            "",
            "Exit codes: 0 made; 2 the file is not there or of no known kind, or the folder has a",
            "system.yaml already; 3 the file cannot be read or the folder cannot be written."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin private Options.Output output;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to read.")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of the project (default: the system's name).")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The system's name (default: the name of DIR, or imported).")
    private String name;

    private final CliContext context;
    private final Importers importers = new Importers(new SpecSchema());

    ImportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        SpecText foreign = read();
        Importer importer =
                importers
                        .of(foreign)
                        .orElseThrow(
                                () ->
                                        new CliFailure(
                                                ExitCode.USAGE,
                                                "unknown-format",
                                                file + " does not start with #cloud-config",
                                                "Name a file with cloud-init user-data or a"
                                                        + " cloud-config of Kairos."));
        String system = name();
        Path shown = folder == null ? Path.of(system) : folder;
        Import result = importer.read(foreign, system);
        try {
            ImportedProject.create(result.spec(), context.directory().resolve(shown));
        } catch (FileAlreadyExistsException e) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "exists",
                    e.getFile() + " is there already; nothing was written",
                    "Name another folder: coppice import FILE DIR.");
        }
        print(result, importer.format(), system, shown);
        return ExitCode.OK;
    }

    private SpecText read() throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(context.directory().resolve(file));
            return new SpecText(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "no-such-file",
                    "there is no file " + file,
                    "Name a file with cloud-init user-data.");
        }
    }

    private String name() {
        if (name != null && !Shape.SYSTEM_NAME.matches(name)) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "bad-name",
                    "'" + name + "' is not a system name",
                    Shape.SYSTEM_NAME.help());
        }
        String ofFolder =
                folder == null || folder.getFileName() == null
                        ? ""
                        : folder.getFileName().toString();
        return name != null ? name : Shape.SYSTEM_NAME.matches(ofFolder) ? ofFolder : "imported";
    }

    private void print(Import result, String format, String system, Path shown) {
        if (output.json()) {
            ObjectNode node =
                    Json.object()
                            .put("folder", shown.toString())
                            .put("name", system)
                            .put("format", format);
            node.set("notes", Json.array(result.notes(), ImportCommand::json));
            Json.print(context.out(), node);
            return;
        }
        context.out().println("Made " + shown.resolve("system.yaml") + " from " + file + ".");
        new ImportReport(result.notes()).lines().forEach(context.out()::println);
        context.out().println("Next: coppice validate " + shown);
    }

    private static ObjectNode json(ImportNote note) {
        return Json.object()
                .put("field", note.field())
                .put("line", note.start().line())
                .put("outcome", ImportReport.word(note.outcome()))
                .put("target", note.target())
                .put("reason", note.reason());
    }
}
