package dev.coppice.app.start;

import dev.coppice.app.format.Human;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.UserSettings.Recent;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Shape;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What can be started: examples, an empty file, an import, projects of before. */
final class StartViewModel {

    private final Starting starting;
    private final Services services;
    private final StartActions actions;
    private final Path home;
    private final ImportViewModel imports;
    private final Examples examples = new Examples();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Example> shown = FXCollections.observableArrayList(examples.all());
    private final ObservableList<RecentProject> recent = FXCollections.observableArrayList();
    private final ObjectProperty<Example> chosen = new SimpleObjectProperty<>(examples.standard());
    private final ReadOnlyBooleanWrapper importing = new ReadOnlyBooleanWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty place = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

    /** The name that was proposed last: one that a person has typed is never replaced. */
    private String proposed = "";

    /** Writes a project into a folder. */
    @FunctionalInterface
    private interface Writing {

        void to(Path folder) throws IOException;
    }

    /**
     * @param home the person's home directory, shown as {@code ~}
     */
    StartViewModel(Starting starting, Services services, StartActions actions, Path home) {
        this.starting = starting;
        this.services = services;
        this.actions = actions;
        this.home = home;
        this.imports = new ImportViewModel(starting.reader(), services, home);
        query.addListener(o -> find());
        place.set(Folders.shown(starting.projects(), home));
        name.addListener(
                o -> {
                    imports.name(name.get());
                    judge();
                });
        place.addListener(o -> judge());
        chosen.addListener(o -> propose());
        importing.addListener(o -> propose());
        imports.foundProperty().addListener(o -> propose());
        ready.bind(
                Bindings.createBooleanBinding(
                        () -> !importing.get() || imports.foundProperty().get().isPresent(),
                        importing,
                        imports.foundProperty()));
        propose();
    }

    private void find() {
        importing.set(false);
        shown.setAll(examples.matching(query.get()));
        if (!shown.isEmpty() && !shown.contains(chosen.get())) {
            chosen.set(shown.getFirst());
        }
    }

    /** What is typed to find an example. */
    StringProperty queryProperty() {
        return query;
    }

    /** The examples that the query leaves. */
    ObservableList<Example> shown() {
        return shown;
    }

    ObservableList<RecentProject> recent() {
        return recent;
    }

    /** The example that a project would be made from, unless a file is imported. */
    ReadOnlyObjectProperty<Example> chosenProperty() {
        return chosen;
    }

    /** Chooses an example to make a project from. */
    void choose(Example example) {
        importing.set(false);
        chosen.set(example);
    }

    /** Chooses the file of {@link #imports()} to make a project from. */
    void startImport() {
        importing.set(true);
    }

    /** The file that can be imported. */
    ImportViewModel imports() {
        return imports;
    }

    /** Whether a project would be made from a file rather than from an example. */
    ReadOnlyBooleanProperty importingProperty() {
        return importing.getReadOnlyProperty();
    }

    /** Whether there is something to make a project from. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** The system's name, which is also the folder's. */
    StringProperty nameProperty() {
        return name;
    }

    /** The folder in which the project's folder is made. */
    StringProperty placeProperty() {
        return place;
    }

    /** The folder that would be made; empty while something is wrong. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What is wrong; empty when a project can be made. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a project is just being made. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    Example empty() {
        return examples.empty();
    }

    Path home() {
        return home;
    }

    /** The folder that is named for new projects, for a chooser to begin in. */
    Optional<Path> placeFolder() {
        try {
            return Optional.of(Folders.meant(place.get(), home));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    void place(Path folder) {
        place.set(Folders.shown(folder, home));
    }

    /** Looks again at the recent projects; some may have gone. */
    void refresh() {
        List<Recent> remembered = actions.recentProjects();
        services.background()
                .execute(
                        () -> {
                            List<RecentProject> found =
                                    remembered.stream().map(this::look).toList();
                            services.ui().execute(() -> recent.setAll(found));
                        });
        propose();
    }

    private RecentProject look(Recent project) {
        String when =
                project.opened()
                        .map(
                                then ->
                                        Human.ago(
                                                then,
                                                starting.clock().instant(),
                                                ZoneId.systemDefault()))
                        .orElse("");
        boolean missing = !Files.exists(project.folder().resolve(SpecFile.NAME));
        return new RecentProject(project.folder(), when, missing);
    }

    void open(RecentProject project) {
        if (!project.missing()) {
            actions.open(project.folder());
        }
    }

    void forget(RecentProject project) {
        actions.forget(project.folder());
        recent.remove(project);
    }

    /** Makes the project and opens it. */
    void create() {
        judge();
        if (!problem.get().isEmpty() || busy.get() || !ready.get()) {
            return;
        }
        Writing writing = writing(name.get());
        Path folder = Folders.meant(place.get(), home).resolve(name.get());
        actions.leave(
                () -> {
                    busy.set(true);
                    services.background().execute(() -> make(writing, folder));
                });
    }

    /** Writes what is chosen now, whatever is chosen later. */
    private Writing writing(String system) {
        if (importing.get()) {
            Optional<ImportViewModel.Found> read = imports.found(system);
            return folder ->
                    starting.importMaker()
                            .make(read.orElseThrow().result(), read.orElseThrow().beside(), folder);
        }
        Example example = chosen.get();
        return folder -> starting.maker().make(example, system, folder);
    }

    private void make(Writing writing, Path folder) {
        String failure = "";
        try {
            writing.to(folder);
        } catch (FileSystemException e) {
            failure = e.getFile() + ": " + (e.getReason() == null ? e : e.getReason()) + ".";
        } catch (IOException e) {
            failure = "The project cannot be written: " + e.getMessage() + ".";
        }
        String said = failure;
        services.ui()
                .execute(
                        () -> {
                            busy.set(false);
                            problem.set(said);
                            if (said.isEmpty()) {
                                actions.open(folder);
                            }
                        });
    }

    /** Proposes a free name for what is chosen. */
    private void propose() {
        if (!name.get().equals(proposed)) {
            judge();
            return;
        }
        String wanted = wanted();
        Optional<Path> parent = placeFolder();
        if (parent.isEmpty()) {
            return;
        }
        services.background()
                .execute(
                        () -> {
                            String free = Folders.free(parent.get(), wanted);
                            services.ui().execute(() -> take(free));
                        });
    }

    private String wanted() {
        if (importing.get()) {
            return imports.proposal();
        }
        return chosen.get() == examples.empty() ? "my-machine" : chosen.get().id();
    }

    private void take(String free) {
        if (name.get().equals(proposed)) {
            proposed = free;
            name.set(free);
            judge();
        }
    }

    private void judge() {
        outcome.set("");
        if (name.get().isBlank()) {
            problem.set("Give the system a name.");
        } else if (!Shape.SYSTEM_NAME.matches(name.get())) {
            problem.set(Shape.SYSTEM_NAME.help());
        } else if (placeFolder().isEmpty() || place.get().isBlank()) {
            problem.set("Say in which folder it should lie.");
        } else {
            problem.set("");
            Path folder = placeFolder().get().resolve(name.get());
            outcome.set(Folders.shown(folder, home));
        }
    }
}
