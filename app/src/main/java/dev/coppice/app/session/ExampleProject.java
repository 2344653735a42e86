package dev.coppice.app.session;

import dev.coppice.model.examples.Example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes a project of an example.
 *
 * @param example what it is made of
 */
public record ExampleProject(Example example) {

    /**
     * Writes the files of the example. The spec comes last, so that an interrupted try can be done
     * again.
     *
     * @throws IOException when there is a spec already; nothing is ever written over
     */
    public void write(Path folder) throws IOException {
        Path spec = folder.resolve(SpecFile.NAME);
        if (Files.exists(spec)) {
            throw new IOException(
                    "There is a "
                            + SpecFile.NAME
                            + " in "
                            + folder
                            + " already. Choose an empty folder, or open that project.");
        }
        for (String file : example.files().reversed()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            if (!Files.exists(target)) {
                Files.write(target, example.bytes(file), StandardOpenOption.CREATE_NEW);
            }
        }
    }
}
