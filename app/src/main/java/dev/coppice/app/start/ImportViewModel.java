package dev.coppice.app.start;

import dev.coppice.app.ForeignReader;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.Services;
import dev.coppice.model.importing.Import;
import dev.coppice.model.importing.ImportReport;
import dev.coppice.model.importing.MachineSnapshot;
import dev.coppice.model.schema.Shape;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/**
 * A file of another system that a project can be made from, read again as its path is typed; or
 * this machine, once it was looked at.
 */
final class ImportViewModel {

    private static final String NO_NAME = "imported";
    private static final Path THIS_MACHINE = Path.of("/");

    private final ForeignReader reader;
    private final Services services;
    private final Path home;
    private final LatestWins<Asked, Answer> reading;
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<MachineSnapshot> machine = Optional.empty();
    private Optional<JobHandle<MachineSnapshot>> look = Optional.empty();
    private String system = NO_NAME;

    /** What was asked for: a path as it is written or a machine, and the system's name. */
    private record Asked(String file, Optional<MachineSnapshot> machine, String system) {}

    /** What came of it: a problem, or something found, or neither when nothing was asked for. */
    private record Answer(String problem, Optional<Found> found) {}

    /**
     * Something that can be imported.
     *
     * @param what a file, or this machine, for people
     * @param stem a name for the system, possibly none that will do
     * @param beside the folder of the files that the spec names
     * @param way how it was read, possibly empty
     * @param result what it becomes
     */
    record Found(String what, String stem, Path beside, String format, String way, Import result) {

        ImportReport report() {
            return new ImportReport(result.notes());
        }
    }

    /**
     * @param home the person's home directory, shown as {@code ~}
     */
    ImportViewModel(ForeignReader reader, Services services, Path home) {
        this.reader = reader;
        this.services = services;
        this.home = home;
        this.reading =
                new LatestWins<>(this::read, services.background(), services.ui(), this::take);
        file.addListener(
                o -> {
                    if (!file.get().isBlank()) {
                        cancel();
                        machine = Optional.empty();
                    }
                    submit();
                });
    }

    /** The path of the file, as a person writes it. */
    StringProperty fileProperty() {
        return file;
    }

    /** Why nothing can be imported; empty while nothing is asked for, and when it can be. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether this machine is just looked at. */
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** What is looked at now; empty when nothing is. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The file or machine, and what it becomes. */
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void choose(Path path) {
        file.set(Folders.shown(path, home));
    }

    /** Looks at this machine, in the background. */
    void lookAtThisMachine() {
        if (looking.get()) {
            return;
        }
        file.set("");
        machine = Optional.empty();
        problem.set("");
        found.set(Optional.empty());
        looking.set(true);
        progress.set("Looking at this machine …");
        JobHandle<MachineSnapshot> job =
                reader.look(THIS_MACHINE, event -> services.ui().execute(() -> tell(event)));
        look = Optional.of(job);
        job.outcome()
                .whenComplete((outcome, bug) -> services.ui().execute(() -> end(job, outcome)));
    }

    /** Stops looking; nothing happens when nobody does. */
    void cancel() {
        look.ifPresent(JobHandle::cancel);
    }

    private void tell(JobEvent event) {
        switch (event) {
            case JobEvent.StepStarted start -> progress.set(start.title() + " …");
            case JobEvent.StepProgress now when looking.get() ->
                    progress.set("Looking at " + now.message() + " …");
            default -> {}
        }
    }

    private void end(JobHandle<MachineSnapshot> job, JobOutcome<MachineSnapshot> outcome) {
        if (look.filter(job::equals).isEmpty()) {
            return;
        }
        look = Optional.empty();
        looking.set(false);
        progress.set("");
        switch (outcome) {
            case JobOutcome.Succeeded<MachineSnapshot> done when file.get().isBlank() -> {
                machine = Optional.of(done.value());
                submit();
            }
            case JobOutcome.Failed<MachineSnapshot> failed ->
                    problem.set(
                            "This machine cannot be imported: "
                                    + failed.problem().message()
                                    + ". "
                                    + failed.problem().hint());
            case null -> problem.set("This machine cannot be looked at.");
            default -> {}
        }
    }

    /** The spec is shown with this name for the system, once it is one. */
    void name(String wanted) {
        String now = Shape.SYSTEM_NAME.matches(wanted) ? wanted : NO_NAME;
        if (!now.equals(system)) {
            system = now;
            submit();
        }
    }

    /** A name for the system: that of the file or machine, where it will do. */
    String proposal() {
        return found.get().map(Found::stem).filter(Shape.SYSTEM_NAME::matches).orElse(NO_NAME);
    }

    /** What is imported, under a name; empty when there is nothing. */
    Optional<Found> found(String name) {
        return name.equals(system)
                ? found.get()
                : read(new Asked(file.get(), machine, name)).found();
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
                                            each.what(),
                                            each.format(),
                                            report.summary(),
                                            String.join(System.lineSeparator(), lines));
                        })
                .orElse("");
    }

    private void submit() {
        reading.submit(new Asked(file.get(), machine, system));
    }

    private Answer read(Asked asked) {
        if (asked.machine().isPresent()) {
            MachineSnapshot seen = asked.machine().get();
            String host = seen.texts().getOrDefault("/etc/hostname", "").strip();
            return new Answer(
                    "",
                    Optional.of(
                            new Found(
                                    "This machine",
                                    host,
                                    THIS_MACHINE,
                                    "a machine",
                                    "Nothing of the machine was changed.",
                                    reader.read(seen, asked.system()))));
        } else if (asked.file().isBlank()) {
            return new Answer("", Optional.empty());
        }
        try {
            Path path = Folders.meant(asked.file(), home);
            Optional<ForeignReader.Foreign> read = reader.read(path, asked.system());
            return read.map(each -> new Answer("", Optional.of(found(each))))
                    .orElseGet(
                            () ->
                                    wrong(
                                            "This is no file that can be imported: it does not"
                                                    + " start with #cloud-config, and is neither a"
                                                    + " *.nix file nor a Dockerfile."));
        } catch (InvalidPathException e) {
            return wrong("There is no such file.");
        } catch (IOException e) {
            return wrong(e.getMessage());
        }
    }

    private static Found found(ForeignReader.Foreign read) {
        Path folder = read.file().toAbsolutePath().getParent();
        String file = read.file().getFileName().toString();
        boolean usual = file.matches("(flake|configuration|default)\\.nix|(Docker|Container)file");
        String name =
                usual && folder.getFileName() != null ? folder.getFileName().toString() : file;
        int dot = name.lastIndexOf('.');
        return new Found(
                read.file().toString(),
                dot > 0 ? name.substring(0, dot) : name,
                folder,
                read.format(),
                read.way(),
                read.result());
    }

    private static Answer wrong(String problem) {
        return new Answer(problem, Optional.empty());
    }

    private void take(Answer answer) {
        problem.set(answer.problem());
        found.set(answer.found());
    }
}
