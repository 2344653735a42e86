package dev.coppice.app;

import dev.coppice.model.examples.Example;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes a project folder from an example. */
public final class ExampleProject {

    private ExampleProject() {}

    /**
     * Copies an example's files into a folder, which is made when it is not there. Never writes
     * over a file. The spec comes last: a folder is a project once it is there.
     *
     * @throws FileAlreadyExistsException when one of the files is there already; then nothing was
     *     written
     */
    public static void create(Example example, Path folder) throws IOException {
        for (String file : example.files()) {
            if (Files.exists(folder.resolve(file))) {
                throw new FileAlreadyExistsException(
                        folder.resolve(file).toString(),
                        null,
                        "it is there already, so nothing was written; choose an empty folder");
            }
        }
        for (String file : example.files().reversed()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, example.bytes(file), StandardOpenOption.CREATE_NEW);
        }
    }

    /** The folder that the window opens when nothing else is asked for. */
    public static Path usualFolder(Path home, Example example) {
        return home.resolve("Coppice").resolve(example.id());
    }
}
