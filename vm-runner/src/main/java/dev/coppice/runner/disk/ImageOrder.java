package dev.coppice.runner.disk;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.List;

/**
 * A disk image to be written.
 *
 * @param releases the generations on it, newest first, at least one; all of one system
 * @param file the file to write; one that is there is replaced when the new one is whole
 * @param bytes size of the disk; 0 for as small as is sensible
 * @param source where its machines look for new generations; may be empty
 * @param parameters words for the kernel on this disk, added to those of every generation
 */
public record ImageOrder(
        List<Release> releases,
        Path file,
        ImageFormat format,
        long bytes,
        String source,
        List<String> parameters) {

    public ImageOrder {
        releases = List.copyOf(releases);
        parameters = List.copyOf(parameters);
        if (releases.isEmpty()) {
            throw new IllegalArgumentException("an image needs a generation");
        }
    }

    /**
     * A generation and what its text means.
     *
     * @param spec gives the checks that decide whether it is healthy
     */
    public record Release(Generation generation, SystemSpec spec) {}
}
