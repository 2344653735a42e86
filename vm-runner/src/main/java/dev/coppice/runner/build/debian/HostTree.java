package dev.coppice.runner.build.debian;

import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Files for a script of ours, as a tree in a directory of this host. */
final class HostTree {

    private HostTree() {}

    /**
     * @param entries files by absolute path
     */
    static void write(SortedMap<String, TreeEntry> entries, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, TreeEntry> entry : entries.entrySet()) {
            Path file = directory.resolve(entry.getKey().substring(1));
            Files.createDirectories(file.getParent());
            switch (entry.getValue()) {
                case TreeEntry.Content content -> Files.write(file, content.bytes());
                case TreeEntry.HostFile host -> Files.copy(host.source(), file);
                case TreeEntry.Directory _, TreeEntry.Link _, TreeEntry.Whiteout _ ->
                        throw new IllegalArgumentException(entry.getKey() + " is no file");
            }
        }
    }

    /** SHA-256 over names and bytes. */
    static String digest(Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.append(directory.relativize(file)).append(' ');
                lines.append(Digests.of(file)).append('\n');
            }
        }
        return Digests.of(lines.toString());
    }
}
