package dev.coppice.app.compose.form.dialog;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a file. */
@FunctionalInterface
public interface FileQuestion {

    /**
     * Asks and waits for the answer.
     *
     * @param folder where to begin
     * @return empty when the person changed their mind
     */
    Optional<Path> ask(Window owner, String title, Path folder);

    /** The file chooser of the system. */
    static FileQuestion ofSystem() {
        return (owner, title, folder) -> {
            var chooser = new FileChooser();
            chooser.setTitle(title);
            if (Files.isDirectory(folder)) {
                chooser.setInitialDirectory(folder.toFile());
            }
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        };
    }
}
