package dev.coppice.app;

import dev.coppice.model.importing.Import;
import dev.coppice.model.text.SpecText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Makes a project folder of a spec that was imported. */
public final class ImportedProject {

    private static final String SPEC = "system.yaml";

    private ImportedProject() {}

    /**
     * Writes the spec into a folder, which is made when it is not there.
     *
     * @return the file
     * @throws FileAlreadyExistsException when the folder has a spec already; then nothing was
     *     written
     */
    public static Path create(SpecText spec, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(SPEC);
        try {
            return Files.write(
                    file,
                    spec.content().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            var explained =
                    new FileAlreadyExistsException(
                            file.toString(),
                            null,
                            "it is there already, so nothing was written; choose another name");
            explained.initCause(e);
            throw explained;
        }
    }

    /**
     * Writes the spec and copies the files that it names; one that is there already stays.
     *
     * @param beside the folder of the imported file
     */
    public static Path create(Import read, Path beside, Path folder) throws IOException {
        Path file = create(read.spec(), folder);
        for (Import.Copy copy : List.copyOf(read.copies())) {
            Path from = beside.resolve(copy.from()).normalize();
            Path to = folder.resolve(copy.to()).normalize();
            boolean inside =
                    from.startsWith(beside.normalize()) && to.startsWith(folder.normalize());
            if (inside && Files.isRegularFile(from) && !Files.exists(to)) {
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
        return file;
    }
}
