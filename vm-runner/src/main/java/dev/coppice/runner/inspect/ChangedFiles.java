package dev.coppice.runner.inspect;

import dev.coppice.model.importing.MachineSnapshot.Found;
import dev.coppice.runner.job.JobStep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files below {@code /etc} that somebody changed or added. */
final class ChangedFiles {

    /** Bytes; longer ones are named, not copied. */
    private static final int LONGEST = 64 << 10;

    private final MachineTree tree;
    private final Packages packages;
    private final Set<String> owned = new HashSet<>();
    private final Set<String> asShipped = new HashSet<>();

    ChangedFiles(MachineTree tree, Packages packages) {
        this.tree = tree;
        this.packages = packages;
    }

    /**
     * Walks through the folder.
     *
     * @param pause is called at each file; it may throw to stop
     */
    List<Found> find(Runnable pause, JobStep step) {
        for (Path file : tree.list("/var/lib/dpkg/info")) {
            String name = file.getFileName().toString();
            if (name.endsWith(".list")) {
                tree.text(tree.path(file)).stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("/etc/"))
                        .forEach(owned::add);
            }
        }
        // ucf(1) remembers the sums of files that it keeps for packages.
        tree.text("/var/lib/ucf/hashfile").stream()
                .flatMap(String::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length == 2)
                .forEach(words -> asShipped.add(words[1] + " " + words[0]));
        var found = new ArrayList<Found>();
        try {
            Files.walkFileTree(tree.at("/etc"), new Walk(found, pause, step));
        } catch (IOException e) {
            tree.unreadable().put("/etc", "It cannot be read: " + e.getMessage() + ".");
        }
        return found;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final List<Found> found;
        private final Runnable pause;
        private final JobStep step;

        Walk(List<Found> found, Runnable pause, JobStep step) {
            this.found = found;
            this.pause = pause;
            this.step = step;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String path = tree.path(folder);
            if (EtcNoise.isFolder(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            step.progress(-1, path);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            pause.run();
            if (attributes.isRegularFile() && attributes.size() > 0) {
                look(file, tree.path(file)).ifPresent(found::add);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            String path = tree.path(file);
            if (!EtcNoise.isFolder(path)) {
                tree.unreadable().put(path, "You may not look into it; root may.");
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private Optional<Found> look(Path file, String path) {
        String shipped = packages.conffiles().get(path);
        boolean added = shipped == null && !owned.contains(path);
        if (EtcNoise.isFile(path) || shipped == null && !added) {
            return Optional.empty();
        }
        if (EtcNoise.isSecret(path)) {
            return Optional.of(
                    found(
                            file,
                            path,
                            Optional.empty(),
                            added,
                            "It holds secrets; it is not read."));
        }
        Optional<byte[]> bytes = tree.bytes(path);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        String sum = md5(bytes.get());
        if (sum.equals(shipped) || asShipped.contains(path + " " + sum)) {
            return Optional.empty();
        }
        return Optional.of(changed(file, path, bytes.get(), added));
    }

    private Found changed(Path file, String path, byte[] bytes, boolean added) {
        Optional<String> text = MachineTree.text(bytes);
        Found found = found(file, path, text, added, "");
        boolean forOthers = (found.mode() & 07) != 0 || path.startsWith("/etc/sudoers.d/");
        if (bytes.length > LONGEST) {
            return found(file, path, Optional.empty(), added, "It is longer than 64 KiB.");
        } else if (text.isEmpty()) {
            return found(
                    file,
                    path,
                    Optional.empty(),
                    added,
                    "It is no text; put it into the project as a file.");
        } else if (!forOthers) {
            return found(
                    file,
                    path,
                    Optional.empty(),
                    added,
                    "Not everybody may read it, so it may hold a secret; it is not copied.");
        }
        return found;
    }

    private static Found found(
            Path file, String path, Optional<String> text, boolean added, String why) {
        int mode = 0644;
        String owner = "root";
        String group = "root";
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(
                            file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            mode = mode(attributes.permissions());
            owner = attributes.owner().getName();
            group = attributes.group().getName();
        } catch (IOException | UnsupportedOperationException e) {
            // The usual ones are as good a guess as any.
        }
        return new Found(path, mode, owner, group, text, added, why);
    }

    private static int mode(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (PosixFilePermission each : permissions) {
            mode |= 0400 >> each.ordinal();
        }
        return mode;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
