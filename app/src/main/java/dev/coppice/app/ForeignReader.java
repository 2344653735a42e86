package dev.coppice.app;

import dev.coppice.model.importing.Import;
import dev.coppice.model.importing.ImportSource;
import dev.coppice.model.importing.Importer;
import dev.coppice.model.importing.Importers;
import dev.coppice.model.importing.MachineImporter;
import dev.coppice.model.importing.MachineSnapshot;
import dev.coppice.model.importing.NixosImporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.inspect.MachineInspector;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.nix.NixQuestions;
import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files of other systems, and machines, as specs. */
public final class ForeignReader {

    /** Bytes; what is longer is no file of settings. */
    private static final long LARGEST = 1 << 20;

    private static final int MOST_FILES = 5_000;

    private final Importers importers;
    private final NixosImporter nixos;
    private final MachineImporter machines;
    private final NixQuestions nix;
    private final JobRunner jobs;

    /**
     * @param nix asks Nix for what cannot be read
     * @param background runs the look at a machine
     */
    public ForeignReader(SpecSchema schema, NixQuestions nix, Executor background) {
        this.importers = new Importers(schema);
        this.nixos = new NixosImporter(schema);
        this.machines = new MachineImporter(schema);
        this.nix = nix;
        this.jobs = new JobRunner(background);
    }

    /**
     * A file that was read.
     *
     * @param file the file itself
     * @param format what such files are called
     * @param way how it was read, when there are several ways; empty otherwise
     * @param result what it becomes
     */
    public record Foreign(Path file, String format, String way, Import result) {}

    /** What can be read, for people. */
    public List<String> formats() {
        return importers.formats();
    }

    /**
     * Reads a file, or the file of a folder that says most.
     *
     * @param name the system's name in the spec
     * @return empty when nobody knows the kind of file
     * @throws IOException with a message for people
     */
    public Optional<Foreign> read(Path path, String name) throws IOException {
        Path file = Files.isDirectory(path) ? inside(path) : path;
        if (!Files.exists(file)) {
            throw new IOException("There is no such file.");
        } else if (!Files.isRegularFile(file)) {
            throw new IOException("This is not a file.");
        } else if (!Files.isReadable(file)) {
            throw new IOException("You may not read this file.");
        } else if (Files.size(file) > LARGEST) {
            throw new IOException("This file has more than 1 MB; choose one with settings.");
        }
        var text = new SpecText(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        Path folder = file.toAbsolutePath().getParent();
        var source =
                new ImportSource(
                        file.getFileName().toString(),
                        text,
                        new FolderFiles(folder),
                        names(file, folder));
        Optional<Importer> importer = importers.of(source);
        if (importer.isPresent() && importer.get() instanceof NixosImporter) {
            return Optional.of(nixos(file, source, name));
        }
        return importer.map(it -> new Foreign(file, it.format(), "", it.read(source, name)));
    }

    private static Path inside(Path folder) throws IOException {
        return Importers.filesOfFolder().stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "The folder has none of the files that can be imported: "
                                                + String.join(", ", Importers.filesOfFolder())
                                                + "."));
    }

    /** The files of a folder and of folders in it, as far as somebody has made them by hand. */
    private static List<String> names(Path file, Path folder) throws IOException {
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).contains("file")) {
            // Only a Dockerfile copies whole folders.
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 12)) {
            return files.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .filter(name -> !name.startsWith(".git/"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of();
        }
    }

    /** What the reader of literals cannot make out, Nix may. */
    private Foreign nixos(Path file, ImportSource source, String name) {
        List<List<String>> unknown = nixos.unknown(source);
        String format = nixos.format();
        if (unknown.isEmpty()) {
            return new Foreign(file, format, "Read without Nix.", nixos.read(source, name));
        } else if (!nix.canAsk()) {
            return new Foreign(
                    file,
                    format,
                    "Read without Nix; with nix-instantiate (Debian's package nix-bin),"
                            + " options that need to be worked out could be read too.",
                    nixos.read(source, name));
        }
        try {
            var answers = nix.ask(file, unknown, new Cancellation());
            return new Foreign(
                    file,
                    format,
                    "Nix worked out "
                            + answers.values().size()
                            + " of "
                            + unknown.size()
                            + " options that could not be read; all others were read without it.",
                    nixos.read(source, name, answers));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Foreign(file, format, "Read without Nix.", nixos.read(source, name));
        }
    }

    /** Looks at a machine: at this one, or at the tree of another. Nothing is changed. */
    public JobHandle<MachineSnapshot> look(Path root, Consumer<JobEvent> events) {
        return jobs.start(job -> new MachineInspector(root).inspect(job), events);
    }

    /** A spec of a machine that was looked at. */
    public Import read(MachineSnapshot machine, String name) {
        return machines.read(machine, name);
    }
}
