package dev.coppice.runner.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a build hands to the store.
 *
 * @param system the system's name
 * @param specText the text that it was built from, to the byte
 * @param layers lowest first
 * @param kernelVersion as {@code uname -r} says it; empty when the build does not know it
 * @param buildTime wall-clock time of the build
 * @param projectFiles the project's files that went in, by their path in the project
 * @param log lines of the build's log
 * @param target the system that it was made into
 * @param image how machines start from its image; empty when they stack its layers
 */
public record NewGeneration(
        String system,
        String specText,
        List<LayerRef> layers,
        String kernelVersion,
        Duration buildTime,
        SortedMap<String, Path> projectFiles,
        List<String> log,
        Target target,
        Optional<BootImage> image) {

    /** A generation whose layers a machine stacks. */
    public NewGeneration(
            String system,
            String specText,
            List<LayerRef> layers,
            String kernelVersion,
            Duration buildTime,
            SortedMap<String, Path> projectFiles,
            List<String> log) {
        this(
                system,
                specText,
                layers,
                kernelVersion,
                buildTime,
                projectFiles,
                log,
                Target.DEBIAN,
                Optional.empty());
    }
}
