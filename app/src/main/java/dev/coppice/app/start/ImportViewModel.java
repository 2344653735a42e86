package dev.coppice.app.start;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.Services;
import dev.coppice.model.importing.Import;
import dev.coppice.model.importing.ImportReport;
import dev.coppice.model.importing.Importer;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.text.SpecText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of another system that a project can be made from, read again as its path is typed. */
final class ImportViewModel {

    private static final String NO_NAME = "imported";

    private final Importer importer;
    private final Path home;
    private final LatestWins<Asked, Answer> reading;
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String system = NO_NAME;

    /** What was asked for: a path as it is written, and the system's name. */
    private record Asked(String file, String system) {}

    /** What came of it: a problem, or something found, or neither when nothing was asked for. */
    private record Answer(String problem, Optional<Found> found) {}

    /**
     * A file that can be imported.
     *
     * @param result what it becomes
     */
    record Found(ForeignFile file, Import result) {

        ImportReport report() {
            return new ImportReport(result.notes());
        }
    }

    /**
     * @param home the person's home directory, shown as {@code ~}
     */
    ImportViewModel(Importer importer, Services services, Path home) {
        this.importer = importer;
        this.home = home;
        this.reading =
                new LatestWins<>(this::read, services.background(), services.ui(), this::take);
        file.addListener(o -> submit());
    }

    /** The path of the file, as a person writes it. */
    StringProperty fileProperty() {
        return file;
    }

    /** Why the file cannot be imported; empty while none is named, and when it can be. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The file and what it becomes. */
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What such files are called. */
    String format() {
        return importer.format();
    }

    void choose(Path path) {
        file.set(Folders.shown(path, home));
    }

    /** The spec is shown with this name for the system, once it is one. */
    void name(String wanted) {
        String now = Shape.SYSTEM_NAME.matches(wanted) ? wanted : NO_NAME;
        if (!now.equals(system)) {
            system = now;
            submit();
        }
    }

    /** A name for the system: that of the file, where it will do. */
    String proposal() {
        return found.get()
                .map(each -> each.file().stem())
                .filter(Shape.SYSTEM_NAME::matches)
                .orElse(NO_NAME);
    }

    /** The file as a spec with a name; empty when there is nothing to import. */
    Optional<SpecText> spec(String name) {
        return found.get().map(each -> importer.read(each.file().text(), name).spec());
    }

    /** The whole report as text, for another program; empty when there is nothing to import. */
    String text() {
        return found.get()
                .map(
                        each -> {
                            ImportReport report = each.report();
                            List<String> lines = report.lines();
                            return "%s (%s): %s%n%s%n"
                                    .formatted(
                                            each.file().path(),
                                            importer.format(),
                                            report.summary(),
                                            String.join(System.lineSeparator(), lines));
                        })
                .orElse("");
    }

    private void submit() {
        reading.submit(new Asked(file.get(), system));
    }

    private Answer read(Asked asked) {
        if (asked.file().isBlank()) {
            return new Answer("", Optional.empty());
        }
        try {
            ForeignFile read = ForeignFile.read(Folders.meant(asked.file(), home));
            if (!importer.understands(read.text())) {
                return wrong("This is not %s.".formatted(importer.format()));
            }
            Import result = importer.read(read.text(), asked.system());
            return new Answer("", Optional.of(new Found(read, result)));
        } catch (InvalidPathException e) {
            return wrong("There is no such file.");
        } catch (IOException e) {
            return wrong(e.getMessage());
        }
    }

    private static Answer wrong(String problem) {
        return new Answer(problem, Optional.empty());
    }

    private void take(Answer answer) {
        problem.set(answer.problem());
        found.set(answer.found());
    }
}
