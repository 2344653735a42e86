package dev.coppice.runner.build.debian;

import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 of files, remembered for as long as size and time of a file stay the same: a plan is made
 * at every edit, and an archive may be large. Thread-safe.
 */
final class FileDigests {

    /** Below this size reading costs nothing, and a file may change within its time's grain. */
    private static final long SMALL = 1 << 20;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime time, String digest) {}

    /** Empty when it cannot be read, or is no file. */
    Optional<String> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (!now.isRegularFile()) {
                return Optional.empty();
            }
            Known before = known.get(file);
            if (before != null
                    && before.size() == now.size()
                    && before.time().equals(now.lastModifiedTime())) {
                return Optional.of(before.digest());
            }
            String digest = Digests.of(file);
            if (now.size() >= SMALL) {
                known.put(file, new Known(now.size(), now.lastModifiedTime(), digest));
            }
            return Optional.of(digest);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
