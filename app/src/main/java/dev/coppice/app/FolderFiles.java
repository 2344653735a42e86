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

    @Override
    public Optional<Long> size(String relativePath) {
        try {
            Path file = folder.resolve(relativePath);
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
