package dev.coppice.runner.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A promise that layers stay while somebody works with them: a build, or a machine that runs. Ends
 * when closed, or with the process that took it.
 */
public final class Lease implements AutoCloseable {

    private final Path file;

    Lease(Path file) {
        this.file = file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
