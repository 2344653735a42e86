package dev.coppice.runner.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * What a build hands to the store.
 *
 * @param system the system's name
 * @param specText the text that it was built from, to the byte
 * @param layers lowest first
 * @param kernelVersion as {@code uname -r} says it
 * @param buildTime wall-clock time of the build
 * @param projectFiles the project's files that went in, by their path in the project
 * @param log lines of the build's log
 */
public record NewGeneration(
        String system,
        String specText,
        List<LayerRef> layers,
        String kernelVersion,
        Duration buildTime,
        SortedMap<String, Path> projectFiles,
        List<String> log) {}
