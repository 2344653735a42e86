package dev.coppice.app.export;

import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a folder. */
@FunctionalInterface
public interface FolderQuestion {

    /**
     * Asks and waits for the answer.
     *
     * @param folder where to begin
     * @return empty when the person changed their mind
     */
    Optional<Path> ask(Window owner, String title, Path folder);

    /** The folder chooser of the system. */
    static FolderQuestion ofSystem() {
        return (owner, title, folder) -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(title);
            if (Files.isDirectory(folder)) {
                chooser.setInitialDirectory(folder.toFile());
            }
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        };
    }
}
