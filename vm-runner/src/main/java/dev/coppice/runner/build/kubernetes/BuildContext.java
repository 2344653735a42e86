package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.job.ProblemException;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The files that a Dockerfile copies, packed so that they fit into a Secret. */
final class BuildContext {

    /**
     * What a Secret may hold is 1 MiB (MaxSecretSize of Kubernetes), its other keys included; in
     * bytes.
     */
    static final int LIMIT = 900_000;

    private static final int PROGRAM = 0755;
    private static final int PLAIN = 0644;

    private BuildContext() {}

    /**
     * Packs a folder.
     *
     * @throws ProblemException when it is too large
     */
    static byte[] pack(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var bytes = new ByteArrayOutputStream();
        try (var tar =
                new TarArchiveOutputStream(
                        new GZIPOutputStream(bytes), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Path file : files) {
                var entry = new TarArchiveEntry(folder.relativize(file).toString());
                entry.setSize(Files.size(file));
                entry.setMode(Files.isExecutable(file) ? PROGRAM : PLAIN);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                Files.copy(file, tar);
                tar.closeArchiveEntry();
                if (bytes.size() > LIMIT) {
                    throw tooLarge();
                }
            }
        }
        if (bytes.size() > LIMIT) {
            throw tooLarge();
        }
        return bytes.toByteArray();
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                "cluster-files-too-large",
                "The files of the image are too large to be sent to the cluster: a Secret holds"
                        + " about 900 kB of them, packed.",
                "Build the image and push it to a registry with build.sh of the export, then name"
                        + " it with --image.");
    }
}
