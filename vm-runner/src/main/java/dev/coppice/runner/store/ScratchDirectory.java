package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Path;

/** A place for work in progress on the store's own file system; gone when closed. */
public final class ScratchDirectory implements AutoCloseable {

    private final Path directory;
    private final Path work;
    private final TreeRemover remover;

    ScratchDirectory(Path directory, Path work, TreeRemover remover) {
        this.directory = directory;
        this.work = work;
        this.remover = remover;
    }

    /** The directory to work in. */
    public Path path() {
        return work;
    }

    @Override
    public void close() {
        try {
            remover.remove(directory);
        } catch (IOException e) {
            // Whoever opens the store after this process has ended tries again.
            return;
        }
    }
}
