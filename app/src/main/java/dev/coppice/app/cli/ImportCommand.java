package dev.coppice.app.cli;

import dev.coppice.app.ForeignReader;
import dev.coppice.app.ImportedProject;
import dev.coppice.model.importing.Import;
import dev.coppice.model.importing.ImportNote;
import dev.coppice.model.importing.ImportReport;
import dev.coppice.model.importing.MachineSnapshot;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.proc.ProcessRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code coppice import}. */
@Command(
        name = "import",
        description = {
            "Makes a new project from what another system is described by, or from a machine. Says"
                    + " of every",
            "setting whether it was taken, and keeps what was not as comments of the spec. Never"
                    + " writes over a file.",
            "",
            "It reads cloud-init user-data and Kairos cloud-configs, which start with"
                    + " #cloud-config; NixOS modules",
            "and flakes (*.nix) with the modules that they import from their folder: literals are"
                    + " read without Nix,",
            "and nix-instantiate, when it is installed, works out more; Dockerfiles of Kairos"
                    + " images, together with",
            "the cloud-config.yaml beside them. Of a folder, the file that says most is taken.",
            "",
            "--this-machine looks at the machine that Coppice runs on: packages that somebody asked"
                    + " for, people,",
            "units, changed files in /etc, settings. It only opens files for reading, and names"
                    + " what you may not read.",
            "Hashes of passwords are taken where they can be read; private keys and files that not"
                    + " everybody may",
            "read are not."
        },
        footer = {
            "",
            "JSON: {folder, name, format, way, notes: [{field, line (of a file), outcome, target,"
                    + " reason}]}, where",
            "outcome is taken, approximated or dropped.",
            "",
            "Exit codes: 0 made; 2 the file is not there or of no known kind, or the folder has a",
            "system.yaml already; 3 the file cannot be read or the folder cannot be written;",
            "130 cancelled."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin private Options.Output output;

    @Parameters(
            arity = "0..2",
            paramLabel = "[FILE] [DIR]",
            description = {
                "The file or folder to read, unless a machine is looked at; and the folder of the"
                        + " new project (default: the system's name)."
            })
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--this-machine",
            description = "Look at this machine instead of a file. Changes nothing.")
    private boolean thisMachine;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description =
                    "With --this-machine: look at the unpacked tree of a machine in DIR instead.")
    private Path root;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The system's name (default: the name of DIR, or imported).")
    private String name;

    private final CliContext context;

    ImportCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (root != null && !thisMachine) {
            throw usage("--root belongs to --this-machine", "Add --this-machine.");
        }
        int files = thisMachine ? 0 : 1;
        if (paths.size() < files || paths.size() > files + 1) {
            throw usage(
                    thisMachine ? "too many folders" : "no file is named",
                    "Write: coppice import FILE [DIR], or: coppice import --this-machine [DIR].");
        }
        Path folder = paths.size() > files ? paths.getLast() : null;
        String system = name(folder);
        Path shown = folder == null ? Path.of(system) : folder;
        var reader =
                new ForeignReader(
                        new SpecSchema(),
                        new NixQuestions(ProcessRunner.ofHost()),
                        task -> Thread.ofVirtual().start(task));
        ForeignReader.Foreign read = thisMachine ? machine(reader, system) : file(reader, system);
        try {
            ImportedProject.create(
                    read.result(),
                    read.file().toAbsolutePath().getParent() == null
                            ? read.file().toAbsolutePath()
                            : read.file().toAbsolutePath().getParent(),
                    context.directory().resolve(shown));
        } catch (FileAlreadyExistsException e) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "exists",
                    e.getFile() + " is there already; nothing was written",
                    "Name another folder: coppice import FILE DIR.");
        }
        print(read, system, shown);
        return ExitCode.OK;
    }

    private static CliFailure usage(String message, String hint) {
        return new CliFailure(ExitCode.USAGE, "usage", message, hint);
    }

    private ForeignReader.Foreign file(ForeignReader reader, String system) throws IOException {
        Path file = context.directory().resolve(paths.getFirst());
        if (!Files.exists(file)) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "no-such-file",
                    "there is no file " + paths.getFirst(),
                    "Name a file with " + String.join(", ", reader.formats()) + ".");
        }
        return reader.read(file, system)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.USAGE,
                                        "unknown-format",
                                        paths.getFirst()
                                                + " is of no kind that can be imported: it does not"
                                                + " start with #cloud-config, and is neither a"
                                                + " *.nix file nor a Dockerfile",
                                        "Name a file with "
                                                + String.join(", ", reader.formats())
                                                + "."));
    }

    private ForeignReader.Foreign machine(ForeignReader reader, String system) {
        Path tree = root == null ? Path.of("/") : context.directory().resolve(root);
        JobHandle<MachineSnapshot> job = reader.look(tree, this::show);
        try (var _ = context.interrupts().onInterrupt(job::cancel)) {
            return switch (job.outcome().join()) {
                case JobOutcome.Succeeded<MachineSnapshot> done ->
                        new ForeignReader.Foreign(
                                tree,
                                "this machine",
                                "Nothing of the machine was changed.",
                                reader.read(done.value(), system));
                case JobOutcome.Failed<MachineSnapshot> failed ->
                        throw CliFailure.of(failed.problem());
                case JobOutcome.Cancelled<MachineSnapshot> _ ->
                        throw new CliFailure(
                                ExitCode.CANCELLED,
                                "cancelled",
                                "the look at the machine was cancelled; nothing was written",
                                "");
            };
        }
    }

    private void show(JobEvent event) {
        switch (event) {
            case JobEvent.StepStarted start -> context.err().println(start.title() + " ...");
            case JobEvent.StepFinished end when end.end() == JobEvent.End.DONE ->
                    context.err().println("  " + end.why());
            default -> {}
        }
    }

    private String name(Path folder) {
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

    private void print(ForeignReader.Foreign read, String system, Path shown) {
        Import result = read.result();
        if (output.json()) {
            ObjectNode node =
                    Json.object()
                            .put("folder", shown.toString())
                            .put("name", system)
                            .put("format", read.format())
                            .put("way", read.way());
            node.set("notes", Json.array(result.notes(), ImportCommand::json));
            Json.print(context.out(), node);
            return;
        }
        String from = thisMachine ? "this machine" : paths.getFirst().toString();
        context.out().println("Made " + shown.resolve("system.yaml") + " from " + from + ".");
        var report = new ImportReport(result.notes());
        report.lines().forEach(context.out()::println);
        context.out().println(report.summary() + ". " + read.way());
        context.out().println("Next: coppice validate " + shown);
    }

    private static ObjectNode json(ImportNote note) {
        ObjectNode node = Json.object().put("field", note.field());
        note.start().ifPresent(start -> node.put("line", start.line()));
        return node.put("outcome", ImportReport.word(note.outcome()))
                .put("target", note.target())
                .put("reason", note.reason());
    }
}
