package dev.coppice.app.export;

import dev.coppice.app.output.ExportFolder;
import dev.coppice.app.output.FolderPlan;
import dev.coppice.app.output.FolderPlan.State;
import dev.coppice.model.export.ExportedFile;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Writes the files of a target into a folder, in the background. Used on the FX thread. */
final class Saving {

    /**
     * How it went.
     *
     * @param good whether the files are there now
     * @param words for people
     */
    record Outcome(boolean good, String words) {}

    private final Path project;
    private final Executor background;
    private final Executor ui;
    private final Map<String, Path> folders = new HashMap<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Saving(Path project, Executor background, Executor ui) {
        this.project = project;
        this.background = background;
        this.ui = ui;
    }

    /** Where a target was saved last while the project is open. */
    Optional<Path> last(String target) {
        return Optional.ofNullable(folders.get(target));
    }

    /** Where a person begins to look for a folder. */
    Path start(String target) {
        return last(target).orElse(project);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How the last one went; empty before. */
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Says nothing of the last one any more. */
    void forget() {
        outcome.set(Optional.empty());
    }

    /**
     * Writes files.
     *
     * @param mayReplace asks a person whether files that others wrote or changed may be replaced;
     *     called on the FX thread
     */
    void save(
            String target,
            List<ExportedFile> files,
            Path folder,
            Predicate<List<String>> mayReplace) {
        write(target, files, folder, List.of(), mayReplace);
    }

    private void write(
            String target,
            List<ExportedFile> files,
            Path folder,
            List<String> givenUp,
            Predicate<List<String>> mayReplace) {
        busy.set(true);
        background.execute(
                () -> {
                    try {
                        ExportFolder.Outcome done =
                                new ExportFolder(folder, project).write(target, files, givenUp);
                        ui.execute(() -> done(target, files, folder, done, mayReplace));
                    } catch (IOException e) {
                        ui.execute(() -> failed(e));
                    }
                });
    }

    private void done(
            String target,
            List<ExportedFile> files,
            Path folder,
            ExportFolder.Outcome done,
            Predicate<List<String>> mayReplace) {
        busy.set(false);
        if (done.written()) {
            folders.put(target, folder);
            outcome.set(Optional.of(new Outcome(true, words(done.plan(), folder))));
        } else if (mayReplace.test(done.plan().questions())) {
            write(target, files, folder, done.plan().questions(), mayReplace);
        } else {
            outcome.set(Optional.of(new Outcome(false, "Nothing was written.")));
        }
    }

    private void failed(IOException e) {
        busy.set(false);
        String words =
                e instanceof FileSystemException file
                        ? file.getFile()
                                + ": "
                                + (file.getReason() == null
                                        ? file.getClass().getSimpleName()
                                        : file.getReason())
                        : e.toString();
        outcome.set(Optional.of(new Outcome(false, "Not saved. " + words + ".")));
    }

    private static String words(FolderPlan plan, Path folder) {
        int written = plan.paths(State.NEW, State.UPDATED, State.FOREIGN, State.EDITED).size();
        int removed = plan.paths(State.REMOVED).size();
        String what =
                written == 0 && removed == 0
                        ? "Everything is there already in " + folder
                        : "Saved " + count(written) + " in " + folder;
        String rest = removed == 0 ? "" : ", removed " + count(removed) + " of before";
        List<String> left = plan.paths(State.LEFT);
        return what
                + rest
                + "."
                + (left.isEmpty()
                        ? ""
                        : " No longer part of it, but changed since, so left: "
                                + String.join(", ", left)
                                + ".");
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
