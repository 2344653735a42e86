package dev.coppice.app.cli;

import dev.coppice.app.BuiltSpecs;
import dev.coppice.app.Engine;
import dev.coppice.app.FolderFiles;
import dev.coppice.app.RestoredFiles;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.DiagnosticPrinter;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The spec of a project as it stands in its file.
 *
 * @param file the file
 * @param shown the file's name for messages
 * @param analysis what the text means
 * @param unlisted the release whose list of packages is not kept on this computer, so that nobody
 *     looked the spec's packages up; empty when they were, or when there are none
 */
record ProjectText(Path file, String shown, Analysis analysis, Optional<String> unlisted) {

    private static final String FILE_NAME = "system.yaml";

    /**
     * Reads a spec.
     *
     * @param place a project's folder, or the file itself
     */
    static ProjectText load(Path place, CliContext context) {
        Path file = Files.isDirectory(place) ? place.resolve(FILE_NAME) : place;
        if (!Files.exists(file)) {
            throw new CliFailure(
                    ExitCode.USAGE,
                    "no-project",
                    "there is no " + shown(file, context),
                    "Name the project's folder, or make a new project with coppice init DIR.");
        }
        String content = read(file, context);
        Path folder = file.toAbsolutePath().getParent();
        var lists = new AskedLists(context.packages());
        Analysis analysis =
                new Analyzer(new SpecSchema(), lists, context.options())
                        .analyze(new SpecText(content), new FolderFiles(folder));
        return new ProjectText(file, shown(file, context), analysis, lists.missing());
    }

    /** The same with what targets lose of it; see {@link TargetFindings#add}. */
    ProjectText withLosses(TargetFindings losses, List<String> targets) {
        Analysis more = losses.add(analysis, new FolderFiles(folder()), targets);
        return new ProjectText(file, shown, more, unlisted);
    }

    /** The same with findings about values of the whole spec. */
    ProjectText with(TargetFindings places, List<Finding> findings) {
        return new ProjectText(file, shown, places.located(analysis, findings), unlisted);
    }

    private static String read(Path file, CliContext context) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new CliFailure(
                    ExitCode.SPEC_OR_CHECK,
                    "not-utf-8",
                    shown(file, context) + " is not UTF-8 text",
                    "Save it as UTF-8, or convert it with iconv.");
        } catch (IOException e) {
            throw new CliFailure(
                    ExitCode.FAILED,
                    "unreadable",
                    shown(file, context) + " cannot be read: " + e.getMessage(),
                    "Check that you may read it.");
        }
    }

    /** As short as it can be named from the working directory. */
    private static String shown(Path file, CliContext context) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = context.directory().toAbsolutePath().normalize();
        return absolute.startsWith(base)
                ? base.relativize(absolute).toString()
                : absolute.toString();
    }

    Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    SpecText text() {
        return analysis.text();
    }

    /** The system; only once {@link #requireNoErrors} has passed. */
    SystemSpec spec() {
        return analysis.spec().orElseThrow();
    }

    /**
     * The system's name, which may be there although the spec has errors.
     *
     * @throws CliFailure when it has none
     */
    String systemName() {
        return analysis.tree()
                .flatMap(tree -> tree.at(YamlPath.of("name")))
                .filter(node -> node instanceof YNode.YScalar)
                .map(node -> ((YNode.YScalar) node).value())
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.SPEC_OR_CHECK,
                                        "no-name",
                                        shown + " gives the system no name",
                                        "Add a line such as name: web-01, or use --system."));
    }

    /**
     * Prints the diagnostics of a spec that has errors.
     *
     * @throws CliFailure when it has errors
     */
    void requireNoErrors(CliContext context) {
        if (!analysis.hasErrors()) {
            return;
        }
        context.err().print(printed(context.color()));
        throw new CliFailure(
                ExitCode.SPEC_OR_CHECK,
                "spec-errors",
                shown + " has " + DiagnosticPrinter.summary(diagnostics()),
                "Mend them, then try again; coppice validate shows them at any time.");
    }

    /** Prints which packages a build will not find: it would run a while before it fails. */
    void warnOfPackages(CliContext context) {
        List<Diagnostic> unknown =
                diagnostics().stream()
                        .filter(d -> d.code().equals(DiagnosticCode.UNKNOWN_PACKAGE.id()))
                        .toList();
        if (!unknown.isEmpty()) {
            var printer = new DiagnosticPrinter(context.color());
            context.err().print(printer.print(shown, text(), unknown));
        }
    }

    /** The findings as compilers print them, and how many there are. */
    String printed(boolean color) {
        return new DiagnosticPrinter(color).print(shown, text(), diagnostics());
    }

    List<Diagnostic> diagnostics() {
        return analysis.diagnostics();
    }

    /**
     * Gives the files that a generation included, and the lock, their content of then.
     *
     * @return where what they held is kept, by their paths in the project
     */
    SortedMap<String, Path> restoreFiles(Generation generation, Engine engine) throws IOException {
        var specs = new BuiltSpecs(engine.generations(), new Analyzer());
        return RestoredFiles.restore(folder(), specs.restorable(generation), suffix(generation));
    }

    private static String suffix(Generation generation) {
        return "before-rollback-to-" + generation.number();
    }

    /**
     * Makes a generation's text the file's.
     *
     * @return where the text that stood there is kept; empty when it was the same
     */
    Optional<Path> replaceWith(Generation generation) throws IOException {
        if (text().content().equals(generation.specText())) {
            return Optional.empty();
        }
        Path kept = RestoredFiles.free(file, suffix(generation));
        Path fresh = Files.createTempFile(folder(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, generation.specText());
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.copy(file, kept);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return Optional.of(kept);
    }
}
