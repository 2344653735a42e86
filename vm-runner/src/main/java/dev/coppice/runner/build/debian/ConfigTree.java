package dev.coppice.runner.build.debian;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tree of the configuration layer while it grows. Paths follow the links of the layers below,
 * and directories that exist there keep their owner and mode: a layer hides both otherwise.
 */
final class ConfigTree {

    static final int FILE = 0644;
    static final int DIRECTORY = 0755;

    private final LowerSystem lower;
    private final TreeMap<String, TreeEntry> entries = new TreeMap<>();

    ConfigTree(LowerSystem lower) {
        this.lower = lower;
    }

    /** A text file of root's with mode 0644. */
    void text(String path, String content) {
        text(path, content, FILE, 0, 0);
    }

    void text(String path, String content, int mode, int uid, int gid) {
        put(path, new TreeEntry.Content(content.getBytes(StandardCharsets.UTF_8), mode, uid, gid));
    }

    void link(String path, String target) {
        put(path, new TreeEntry.Link(target));
    }

    /** Hides what the layers below have under a name; nothing when they have nothing. */
    void remove(String path) {
        String real = real(path);
        entries.remove(real);
        if (lower.node(real).isPresent()) {
            put(path, new TreeEntry.Whiteout());
        }
    }

    /** A directory with a given owner and mode, unless it is there below. */
    void directory(String path, int mode, int uid, int gid) {
        String real = real(path);
        if (lower.node(real).isEmpty()) {
            put(path, new TreeEntry.Directory(mode, uid, gid));
        }
    }

    /** Puts an entry in place of what was there. */
    void put(String path, TreeEntry entry) {
        String real = real(path);
        parents(real);
        entries.put(real, entry);
    }

    /** The entries by path without leading slash, parents first. */
    SortedMap<String, TreeEntry> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** Whether the layers below have something there, or this one. */
    boolean has(String path) {
        String real = real(path);
        return entries.containsKey(real)
                ? !(entries.get(real) instanceof TreeEntry.Whiteout)
                : lower.node(real).isPresent();
    }

    private String real(String path) {
        return lower.resolve(path);
    }

    private void parents(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            TreeEntry there = entries.get(parent);
            if (!(there instanceof TreeEntry.Directory)) {
                entries.put(
                        parent,
                        lower.node(parent)
                                .map(n -> new TreeEntry.Directory(n.mode(), n.uid(), n.gid()))
                                .orElse(new TreeEntry.Directory(DIRECTORY, 0, 0)));
            }
        }
    }
}
