package dev.coppice.runner.build.debian;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the layers below the configuration hold, as their {@code meta.tar} tells it.
 *
 * @param files text files by name: {@code etc/passwd}, {@code etc/group}, ...
 * @param skeleton files of {@code /etc/skel} by path below it
 * @param units unit files of {@code /usr/lib/systemd/system} by name
 * @param adminUnits unit files of {@code /etc/systemd/system} that bundles brought, by name
 * @param tree directories and links of the whole system by path without leading slash
 */
record LowerSystem(
        Map<String, String> files,
        SortedMap<String, byte[]> skeleton,
        Map<String, String> units,
        Map<String, String> adminUnits,
        SortedMap<String, Node> tree) {

    private static final String SKELETON = "etc/skel/";
    private static final String UNITS = "units/";
    private static final String ADMIN_UNITS = "admin-units/";
    private static final String TREE = "tree";
    private static final int TREE_FIELDS = 6;
    private static final int MAX_LINKS = 40;
    private static final int LINK_MODE = 0777;

    /**
     * A directory or a link.
     *
     * @param link where it leads; empty for directories
     */
    record Node(int mode, int uid, int gid, String link) {
        boolean isLink() {
            return !link.isEmpty();
        }

        private String line(String path) {
            String mode = Integer.toOctalString(this.mode);
            return String.join(
                            "\t",
                            isLink() ? "l" : "d",
                            mode,
                            Integer.toString(uid),
                            Integer.toString(gid),
                            path,
                            link)
                    + "\n";
        }
    }

    static LowerSystem read(Path metaTar) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        TreeMap<String, byte[]> skeleton = new TreeMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, String> adminUnits = new LinkedHashMap<>();
        TreeMap<String, Node> tree = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(metaTar)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (!entry.isFile()) {
                    continue;
                }
                String name = entry.getName().replaceFirst("^\\./", "");
                byte[] bytes = tar.readAllBytes();
                if (name.startsWith(SKELETON)) {
                    skeleton.put(name.substring(SKELETON.length()), bytes);
                } else if (name.startsWith(UNITS)) {
                    units.put(name.substring(UNITS.length()), text(bytes));
                } else if (name.startsWith(ADMIN_UNITS)) {
                    adminUnits.put(name.substring(ADMIN_UNITS.length()), text(bytes));
                } else if (name.equals(TREE)) {
                    readTree(text(bytes), tree);
                } else {
                    files.put(name, text(bytes));
                }
            }
        }
        return new LowerSystem(files, skeleton, units, adminUnits, tree);
    }

    /** Writes what {@link #read} reads. */
    void write(Path metaTar) throws IOException {
        TreeMap<String, TreeEntry> entries = new TreeMap<>();
        files.forEach((name, text) -> entries.put(name, TreeEntry.text(text)));
        skeleton.forEach((name, bytes) -> entries.put(SKELETON + name, content(bytes)));
        units.forEach((name, text) -> entries.put(UNITS + name, TreeEntry.text(text)));
        adminUnits.forEach((name, text) -> entries.put(ADMIN_UNITS + name, TreeEntry.text(text)));
        StringBuilder lines = new StringBuilder();
        tree.forEach((path, node) -> lines.append(node.line(path)));
        entries.put(TREE, TreeEntry.text(lines.toString()));
        TarWriter.write(entries, metaTar);
    }

    private static TreeEntry content(byte[] bytes) {
        return new TreeEntry.Content(bytes, ConfigTree.FILE, 0, 0);
    }

    /** This system with another layer on it. */
    LowerSystem with(SortedMap<String, TreeEntry> entries, Map<String, String> moreUnits) {
        TreeMap<String, Node> all = new TreeMap<>(tree);
        entries.forEach(
                (path, entry) -> {
                    switch (entry) {
                        case TreeEntry.Directory(int mode, int uid, int gid) ->
                                all.put(path, new Node(mode, uid, gid, ""));
                        case TreeEntry.Link(String target) ->
                                all.put(path, new Node(LINK_MODE, 0, 0, target));
                        case TreeEntry.Content _, TreeEntry.HostFile _, TreeEntry.Whiteout _ ->
                                all.remove(path);
                    }
                });
        Map<String, String> allUnits = new LinkedHashMap<>(adminUnits);
        allUnits.putAll(moreUnits);
        return new LowerSystem(files, skeleton, units, allUnits, all);
    }

    private static void readTree(String text, Map<String, Node> tree) {
        text.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == TREE_FIELDS)
                .forEach(
                        fields ->
                                tree.put(
                                        fields[4],
                                        new Node(
                                                Integer.parseInt(fields[1], 8),
                                                Integer.parseInt(fields[2]),
                                                Integer.parseInt(fields[3]),
                                                fields[0].equals("l") ? fields[5] : "")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Lines of a text file; none when it is absent. */
    List<String> lines(String file) {
        return files.getOrDefault(file, "").lines().toList();
    }

    Optional<Node> node(String path) {
        return Optional.ofNullable(tree.get(path));
    }

    /**
     * Where a path leads when the links among its directories are followed; the last part stays as
     * it is.
     *
     * @param path without leading slash
     */
    String resolve(String path) {
        return resolve(path, 0);
    }

    private String resolve(String path, int links) {
        String done = "";
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                done = done.contains("/") ? done.substring(0, done.lastIndexOf('/')) : "";
                continue;
            }
            String here = done.isEmpty() ? part : done + "/" + part;
            Node node = tree.get(here);
            if (i < parts.length - 1 && node != null && node.isLink() && links < MAX_LINKS) {
                String rest = String.join("/", List.of(parts).subList(i + 1, parts.length));
                String start = node.link().startsWith("/") ? "" : done + "/";
                return resolve(start + node.link() + "/" + rest, links + 1);
            }
            done = here;
        }
        return done;
    }
}
