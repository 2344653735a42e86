package dev.coppice.runner.build.debian;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What comes out of a bundle, by path without leading slash. All of it belongs to root, whoever
 * packed it. The bytes are in numbered files of a scratch directory: a name in an archive is never
 * a name on this host.
 */
final class UnpackedFiles {

    private static final int MAX_LINKS = 20;

    private final Path scratch;
    private final int strip;
    private final TreeMap<String, TreeEntry> entries = new TreeMap<>();
    private int number;

    /**
     * @param scratch an empty directory
     * @param strip how many leading directories are cut off
     */
    UnpackedFiles(Path scratch, int strip) {
        this.scratch = scratch;
        this.strip = strip;
    }

    Path scratch() {
        return scratch;
    }

    SortedMap<String, TreeEntry> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    void directory(String name, int mode) throws IOException {
        put(name, new TreeEntry.Directory(mode, 0, 0));
    }

    void link(String name, String target) throws IOException {
        put(name, new TreeEntry.Link(target));
    }

    /** Another name of a file that came before. */
    void same(String name, String other) throws IOException {
        if (path(name).isPresent()) {
            TreeEntry entry = entries.get(path(other).orElse(""));
            if (entry == null) {
                throw new IOException(name + " is the same as " + other + ", which is not there");
            }
            put(name, entry);
        }
    }

    void file(String name, InputStream bytes, int mode) throws IOException {
        if (path(name).isPresent()) {
            Path file = scratch.resolve(Integer.toString(number++));
            Files.copy(bytes, file);
            put(name, new TreeEntry.HostFile(file, mode, 0, 0));
        }
    }

    private void put(String name, TreeEntry entry) throws IOException {
        path(name).ifPresent(path -> entries.put(path, entry));
    }

    /** Empty when nothing is left of the name. */
    private Optional<String> path(String name) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw new IOException("it holds the unsafe name " + name);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.size() <= strip
                ? Optional.empty()
                : Optional.of(String.join("/", parts.subList(strip, parts.size())));
    }

    /** The path of a file or directory when the links on it are followed inside the bundle. */
    Optional<String> find(String name) {
        String path = name;
        for (int links = 0; links < MAX_LINKS; links++) {
            TreeEntry entry = entries.get(path);
            if (!(entry instanceof TreeEntry.Link(String target))) {
                return entry != null || holds(path) ? Optional.of(path) : Optional.empty();
            }
            Path beside = Path.of("/" + path).getParent();
            path = beside.resolve(target).normalize().toString().substring(1);
        }
        return Optional.empty();
    }

    /** Archives need not name the directories that their files are in. */
    private boolean holds(String directory) {
        String next = entries.higherKey(directory + "/");
        return next != null && next.startsWith(directory + "/");
    }

    /** A file that was probably meant: the same name elsewhere, or a similar one. */
    Optional<String> near(String wrong) {
        String name = wrong.substring(wrong.lastIndexOf('/') + 1);
        return entries.keySet().stream()
                .filter(path -> path.endsWith("/" + name))
                .findFirst()
                .or(() -> NearName.of(wrong, List.copyOf(entries.keySet())));
    }

    /** Names of files, for people. */
    String listing(int most) {
        List<String> files =
                entries.entrySet().stream()
                        .filter(entry -> !(entry.getValue() instanceof TreeEntry.Directory))
                        .map(java.util.Map.Entry::getKey)
                        .toList();
        return files.stream().limit(most).collect(Collectors.joining(", "))
                + (files.size() > most ? " and " + (files.size() - most) + " more" : "");
    }
}
