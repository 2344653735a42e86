package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The project's files that a spec names.
 *
 * @param files by their path in the project
 * @param digests SHA-256 by path; {@code absent} for a file that cannot be read
 */
record ProjectSources(SortedMap<String, Path> files, SortedMap<String, String> digests) {

    private static final String ABSENT = "absent";

    static ProjectSources of(SystemSpec spec, Path project) {
        TreeMap<String, Path> files = new TreeMap<>();
        TreeMap<String, String> digests = new TreeMap<>();
        for (FileEntry entry : spec.files()) {
            if (entry.body() instanceof FileEntry.FromProject(String source)) {
                Path file = project.resolve(source).normalize();
                files.put(source, file);
                digests.put(source, digest(project, file));
            }
        }
        return new ProjectSources(files, digests);
    }

    private static String digest(Path project, Path file) {
        if (!file.startsWith(project.normalize())) {
            return ABSENT;
        }
        try {
            return Files.isRegularFile(file) ? Digests.of(file) : ABSENT;
        } catch (IOException e) {
            return ABSENT;
        }
    }

    /**
     * @throws ProblemException when one cannot be read
     */
    void check(Path project) {
        digests.forEach(
                (source, digest) -> {
                    if (digest.equals(ABSENT)) {
                        throw new ProblemException(
                                "project-file-missing",
                                "The file " + source + " cannot be read in " + project + ".",
                                "Put it there, or correct its source in the spec.");
                    }
                });
    }
}
