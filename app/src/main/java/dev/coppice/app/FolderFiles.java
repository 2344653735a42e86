package dev.coppice.app;

import dev.coppice.model.analysis.ProjectFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a project, as the rules of the model look at them.
 *
 * @param folder the project's folder
 */
public record FolderFiles(Path folder) implements ProjectFiles {

    /** A text that people write is smaller; in bytes. */
    private static final long LARGEST = 4L << 20;

    @Override
    public Optional<Long> size(String relativePath) {
        try {
            Path file = folder.resolve(relativePath);
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> text(String relativePath) {
        try {
            Path file = folder.resolve(relativePath);
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
