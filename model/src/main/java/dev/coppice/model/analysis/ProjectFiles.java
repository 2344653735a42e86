package dev.coppice.model.analysis;

import java.util.Optional;

/** The port through which an analysis looks at the other files of a project. */
public interface ProjectFiles {

    /** No files at all. */
    ProjectFiles NONE = path -> Optional.empty();

    /**
     * The size in bytes of a file by its path relative to the project; empty when it is not there.
     */
    Optional<Long> size(String relativePath);

    /**
     * The content of a text file by its path relative to the project; empty when it is not there,
     * cannot be read or is not UTF-8.
     */
    default Optional<String> text(String relativePath) {
        return Optional.empty();
    }
}
