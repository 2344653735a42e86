package dev.coppice.runner.index;

import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What lists of packages are made with.
 *
 * @param always packages that every system has
 */
record IndexTools(ListDownload download, ReleaseSignature signature, Collection<String> always) {

    IndexTools {
        always = List.copyOf(always);
    }

    static InputStream xz(Path file) throws IOException {
        return new XZInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    static InputStream gzip(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** Removes a directory of files. */
    void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
