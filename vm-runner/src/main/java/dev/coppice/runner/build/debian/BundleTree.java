package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Bundle;
import dev.coppice.runner.job.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** The tree of the bundles layer while it grows. */
final class BundleTree {

    private static final int LISTED = 12;

    private final LowerSystem lower;
    private final ConfigTree tree;
    private final Map<String, String> units = new LinkedHashMap<>();

    BundleTree(LowerSystem lower) {
        this.lower = lower;
        this.tree = new ConfigTree(lower);
    }

    /** The entries by path without leading slash, parents first. */
    SortedMap<String, TreeEntry> entries() {
        return tree.entries();
    }

    /** What the configuration layer finds below it. */
    LowerSystem system() {
        return lower.with(tree.entries(), units);
    }

    /** A single file. */
    void file(String path, Path bytes, int mode) {
        tree.put(path, new TreeEntry.HostFile(bytes, mode, 0, 0));
    }

    /** A bundle at its place, with what is copied out of it. */
    void add(Bundle bundle, UnpackedFiles files) throws IOException {
        tree.directory(bundle.into(), ConfigTree.DIRECTORY, 0, 0);
        files.entries().forEach((path, entry) -> tree.put(bundle.into() + "/" + path, entry));
        for (Bundle.Placed placed : bundle.files()) {
            place(bundle, files, placed);
        }
        for (String unit : bundle.units()) {
            String name = unit.substring(unit.lastIndexOf('/') + 1);
            TreeEntry.HostFile file = (TreeEntry.HostFile) one(bundle, files, unit);
            tree.put(ConfigSite.UNITS + name, mode(file, ConfigTree.FILE));
            units.put(name, Files.readString(file.source()));
        }
    }

    private void place(Bundle bundle, UnpackedFiles files, Bundle.Placed placed) {
        String from = found(bundle, files, placed.from());
        TreeEntry entry = files.entries().get(from);
        if (entry instanceof TreeEntry.HostFile file) {
            tree.put(placed.to(), mode(file, placed.mode()));
            return;
        }
        // A directory keeps the modes that it was packed with.
        String below = from + "/";
        files.entries()
                .tailMap(below)
                .forEach(
                        (path, child) -> {
                            if (path.startsWith(below)) {
                                String rest = path.substring(from.length());
                                tree.put(placed.to() + rest, child);
                            }
                        });
    }

    private static TreeEntry.HostFile mode(TreeEntry.HostFile file, int mode) {
        return new TreeEntry.HostFile(file.source(), mode, 0, 0);
    }

    private static TreeEntry one(Bundle bundle, UnpackedFiles files, String name) {
        TreeEntry entry = files.entries().get(found(bundle, files, name));
        if (entry instanceof TreeEntry.HostFile) {
            return entry;
        }
        throw missing(bundle, files, name);
    }

    private static String found(Bundle bundle, UnpackedFiles files, String name) {
        return files.find(name).orElseThrow(() -> missing(bundle, files, name));
    }

    private static ProblemException missing(Bundle bundle, UnpackedFiles files, String name) {
        String near = files.near(name).map(found -> "Did you mean " + found + "? ").orElse("");
        return new ProblemException(
                "bundle-file-missing",
                "The bundle " + bundle.name() + " holds no file " + name + ".",
                near
                        + "It holds "
                        + files.listing(LISTED)
                        + ". Names are those inside the archive, after strip is applied.");
    }
}
