package dev.coppice.runner.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A numbered, immutable result of one build.
 *
 * @param system the system's name
 * @param number from 1
 * @param created when the build ended
 * @param specText the text that it was built from, to the byte
 * @param layers lowest first
 * @param kernelVersion as {@code uname -r} says it; empty when the build did not know it
 * @param buildTime wall-clock time of the build
 * @param directory its folder in the store: manifest, spec, log, screenshot
 * @param boot what its last boot told; absent until it booted
 * @param target the system that it was made into
 * @param image how machines start from its image; empty when they stack its layers
 * @param marks what people noted about it
 */
public record Generation(
        String system,
        int number,
        Instant created,
        String specText,
        List<LayerRef> layers,
        String kernelVersion,
        Duration buildTime,
        Path directory,
        Optional<BootRecord> boot,
        Target target,
        Optional<BootImage> image,
        Marks marks) {

    public Generation {
        layers = List.copyOf(layers);
    }

    /** A generation whose layers a machine stacks. */
    public Generation(
            String system,
            int number,
            Instant created,
            String specText,
            List<LayerRef> layers,
            String kernelVersion,
            Duration buildTime,
            Path directory,
            Optional<BootRecord> boot) {
        this(
                system,
                number,
                created,
                specText,
                layers,
                kernelVersion,
                buildTime,
                directory,
                boot,
                Target.DEBIAN,
                Optional.empty(),
                Marks.NONE);
    }

    /** Size of all layers in bytes. */
    public long bytes() {
        return layers.stream().mapToLong(LayerRef::bytes).sum();
    }
}
