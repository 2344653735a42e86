package dev.coppice.app.generations;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for the file of a generation. */
public interface FileQuestions {

    /** Where to write; empty when the person changed their mind. */
    Optional<Path> save(Window owner, String title, String name);

    /** What to read; empty when the person changed their mind. */
    Optional<Path> open(Window owner, String title);

    /** The file chooser of the system. */
    static FileQuestions ofSystem() {
        return new FileQuestions() {
            @Override
            public Optional<Path> save(Window owner, String title, String name) {
                FileChooser chooser = chooser(title);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> open(Window owner, String title) {
                return Optional.ofNullable(chooser(title).showOpenDialog(owner)).map(File::toPath);
            }

            private static FileChooser chooser(String title) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter("Generations", "*.tar"));
                return chooser;
            }
        };
    }
}
