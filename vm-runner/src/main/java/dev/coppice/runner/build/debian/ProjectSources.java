package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.job.ProblemException;

import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The project's files that a spec names.
 *
 * @param files by their path in the project
 * @param digests SHA-256 by path; {@code absent} for a file that cannot be read
 */
record ProjectSources(SortedMap<String, Path> files, SortedMap<String, String> digests) {

    private static final String ABSENT = "absent";

    static ProjectSources of(SystemSpec spec, Path project, FileDigests known) {
        TreeMap<String, Path> files = new TreeMap<>();
        TreeMap<String, String> digests = new TreeMap<>();
        all(spec)
                .forEach(
                        source -> {
                            Path file = project.resolve(source).normalize();
                            files.put(source, file);
                            digests.put(source, digest(project, file, known));
                        });
        return new ProjectSources(files, digests);
    }

    /** Paths of all of them. */
    static Stream<String> all(SystemSpec spec) {
        return Stream.of(ofConfiguration(spec), ofRepositories(spec), ofBundles(spec))
                .flatMap(Collection::stream);
    }

    /** Files that the spec places. */
    static Collection<String> ofConfiguration(SystemSpec spec) {
        TreeSet<String> result = new TreeSet<>();
        for (FileEntry entry : spec.files()) {
            if (entry.body() instanceof FileEntry.FromProject(String source)) {
                result.add(source);
            }
        }
        return result;
    }

    /** Keys of package archives. */
    static Collection<String> ofRepositories(SystemSpec spec) {
        TreeSet<String> result = new TreeSet<>();
        for (Repository repository : spec.software().repositories()) {
            if (repository.key() instanceof Repository.FromProject(String source)) {
                result.add(source);
            }
        }
        return result;
    }

    /** Bundles, and images of containers. */
    static Collection<String> ofBundles(SystemSpec spec) {
        TreeSet<String> result = new TreeSet<>();
        for (Bundle bundle : spec.software().bundles()) {
            if (bundle.origin() instanceof Bundle.FromProject(String source)) {
                result.add(source);
            }
        }
        spec.containers().forEach(container -> container.imageArchive().ifPresent(result::add));
        return result;
    }

    private static String digest(Path project, Path file, FileDigests known) {
        return file.startsWith(project.normalize()) ? known.of(file).orElse(ABSENT) : ABSENT;
    }

    /** The digests of some of the files. */
    SortedMap<String, String> digests(Collection<String> sources) {
        TreeMap<String, String> result = new TreeMap<>(digests);
        result.keySet().retainAll(sources);
        return result;
    }

    /**
     * @throws ProblemException when one cannot be read, or is not what the spec says
     */
    void check(SystemSpec spec, Path project) {
        digests.forEach(
                (source, digest) -> {
                    if (digest.equals(ABSENT)) {
                        throw new ProblemException(
                                "project-file-missing",
                                "The file " + source + " cannot be read in " + project + ".",
                                "Put it there, or correct its path in the spec.");
                    }
                });
        spec.software().bundles().forEach(this::checkHash);
    }

    private void checkHash(Bundle bundle) {
        if (bundle.origin() instanceof Bundle.FromProject(String source)
                && bundle.sha256().isPresent()) {
            String wanted = bundle.sha256().get();
            String found = digests.get(source);
            if (!wanted.equals(found)) {
                throw new ProblemException(
                        "hash-wrong",
                        "The bundle "
                                + bundle.name()
                                + " is another file than the spec says: the SHA-256 of "
                                + source
                                + " is "
                                + found
                                + ", and sha256 is "
                                + wanted
                                + ".",
                        "Put the right file there, or its hash under sha256 in the spec.");
            }
        }
    }
}
