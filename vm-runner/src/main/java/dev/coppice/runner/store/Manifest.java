package dev.coppice.runner.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code manifest.json} of a generation: written last, it makes the generation be there.
 *
 * @param format version of this file's form
 * @param projectFiles SHA-256 of every file of the project that went in, by its path in the project
 */
record Manifest(
        int format,
        String system,
        int number,
        Instant created,
        List<LayerRef> layers,
        String kernelVersion,
        Duration buildTime,
        SortedMap<String, String> projectFiles) {

    static final int FORMAT = 1;
}
