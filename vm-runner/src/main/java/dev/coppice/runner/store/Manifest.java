package dev.coppice.runner.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code manifest.json} of a generation: written last, it makes the generation be there.
 *
 * @param format version of this file's form
 * @param projectFiles SHA-256 of every file of the project that went in, by its path in the project
 * @param target id of the system that it was made into; absent from manifests of earlier versions,
 *     which know Debian only
 * @param image how machines start from its image; absent when they stack its layers
 */
record Manifest(
        int format,
        String system,
        int number,
        Instant created,
        List<LayerRef> layers,
        String kernelVersion,
        Duration buildTime,
        SortedMap<String, String> projectFiles,
        Optional<String> target,
        Optional<BootImage> image) {

    static final int FORMAT = 1;

    Manifest {
        projectFiles = projectFiles == null ? new TreeMap<>() : projectFiles;
        target = target == null ? Optional.empty() : target;
        image = image == null ? Optional.empty() : image;
    }

    /**
     * The system that it was made into.
     *
     * @throws IOException when this version does not know it
     */
    Target made() throws IOException {
        String id = target.orElse(Target.DEBIAN.id());
        return Target.find(id)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "made for the target "
                                                + id
                                                + ", which this version of Coppice does not know"));
    }

    /** The same as a generation of another name, without other change. */
    Manifest named(String otherSystem, int otherNumber) {
        return new Manifest(
                format,
                otherSystem,
                otherNumber,
                created,
                layers,
                kernelVersion,
                buildTime,
                projectFiles,
                target,
                image);
    }

    /** What this generation needs of the store: names of layers and blobs. */
    Set<String> needs() {
        Set<String> result = new HashSet<>(projectFiles.values());
        layers.forEach(layer -> result.add(layer.digest()));
        return result;
    }
}
