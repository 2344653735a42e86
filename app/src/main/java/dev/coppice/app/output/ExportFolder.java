package dev.coppice.app.output;

import dev.coppice.app.output.FolderPlan.FileChange;
import dev.coppice.app.output.FolderPlan.State;
import dev.coppice.model.export.ExportedFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder that exports are written to. It remembers what was written, so that a file which
 * somebody else wrote or changed is never replaced without being asked for, and a file that an
 * export no longer has does not stay behind.
 *
 * @param folder the folder, which is made when the first file is written
 * @param project where the files are that an export copies
 */
public record ExportFolder(Path folder, Path project) {

    /** What was written, or why not: {@code written} is false when files are in the way. */
    public record Outcome(FolderPlan plan, boolean written) {}

    /**
     * What writing the files of a target would do.
     *
     * @throws FileSystemException when a folder or a link stands where a file goes, or a file of
     *     the project is missing; its message is for people
     */
    public FolderPlan plan(String target, List<ExportedFile> files) throws IOException {
        return plan(manifest(), target, digests(files));
    }

    /**
     * Writes the files of a target, unless files are in the way that were not given up.
     *
     * @param givenUp paths that may be replaced whoever wrote them
     */
    public Outcome write(String target, List<ExportedFile> files, Collection<String> givenUp)
            throws IOException {
        Manifest before = manifest();
        Map<String, String> digests = digests(files);
        FolderPlan plan = plan(before, target, digests);
        if (!givenUp.containsAll(plan.questions())) {
            return new Outcome(plan, false);
        }
        Manifest after = before.with(target, sets(digests));
        if (!after.equals(before)) {
            save(before.with(target, both(before.files(target), digests)));
        }
        for (ExportedFile file : files) {
            write(file, plan);
        }
        for (String path : plan.paths(State.REMOVED)) {
            remove(folder.resolve(path));
        }
        if (!after.equals(before)) {
            save(after);
        }
        return new Outcome(plan, true);
    }

    private FolderPlan plan(Manifest manifest, String target, Map<String, String> digests)
            throws IOException {
        var changes = new ArrayList<FileChange>();
        for (var file : digests.entrySet()) {
            changes.add(
                    new FileChange(
                            file.getKey(),
                            state(manifest, target, file.getKey(), file.getValue())));
        }
        for (String path : manifest.files(target).keySet()) {
            if (!digests.containsKey(path) && isInside(path)) {
                Optional<String> there = Digests.ofFile(folder.resolve(path));
                if (there.isPresent()) {
                    boolean ours = manifest.left(target, path, there);
                    changes.add(new FileChange(path, ours ? State.REMOVED : State.LEFT));
                }
            }
        }
        return new FolderPlan(changes);
    }

    private State state(Manifest manifest, String target, String path, String digest)
            throws IOException {
        requireWay(path);
        Path file = folder.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return State.NEW;
        }
        Optional<String> there = Digests.ofFile(file);
        if (there.filter(digest::equals).isPresent()) {
            return State.SAME;
        }
        if (manifest.left(target, path, there)) {
            return State.UPDATED;
        }
        return manifest.files(target).containsKey(path) ? State.EDITED : State.FOREIGN;
    }

    /** A link on the way could lead out of the folder, and a folder is nobody's to replace. */
    private void requireWay(String path) throws FileSystemException {
        Path at = folder;
        Path relative = Path.of(path);
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            at = at.resolve(relative.getName(i));
            boolean way =
                    !Files.exists(at, LinkOption.NOFOLLOW_LINKS)
                            || Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS);
            if (!way) {
                throw new FileSystemException(
                        at.toString(), null, "it is no folder, and files go into it");
            }
        }
        Path file = folder.resolve(relative);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(), null, "it is a folder, and a file goes there");
        }
    }

    private boolean isInside(String path) {
        return folder.resolve(path).normalize().startsWith(folder.normalize());
    }

    // ------------------------------------------------------------------ contents

    private Map<String, String> digests(List<ExportedFile> files) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        for (ExportedFile file : files) {
            digests.put(
                    file.path(),
                    switch (file) {
                        case ExportedFile.Text text -> Digests.of(bytes(text));
                        case ExportedFile.Copy copy -> Digests.read(source(copy));
                    });
        }
        return digests;
    }

    private static byte[] bytes(ExportedFile.Text text) {
        return text.content().getBytes(StandardCharsets.UTF_8);
    }

    private Path source(ExportedFile.Copy copy) throws IOException {
        Path source = project.resolve(copy.source());
        if (!Files.isRegularFile(source)) {
            throw new NoSuchFileException(
                    source.toString(), null, "the project has no file " + copy.source());
        }
        return source;
    }

    private void write(ExportedFile file, FolderPlan plan) throws IOException {
        Path target = folder.resolve(file.path());
        boolean executable = file instanceof ExportedFile.Text text && text.executable();
        if (plan.paths(State.SAME).contains(file.path())) {
            SafeFile.permit(target, executable);
            return;
        }
        InputStream content =
                switch (file) {
                    case ExportedFile.Text text -> new ByteArrayInputStream(bytes(text));
                    case ExportedFile.Copy copy -> Files.newInputStream(source(copy));
                };
        try (content) {
            SafeFile.write(target, content, executable);
        }
    }

    /** Removes a file, and the folders that are empty without it. */
    private void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Path above = file.getParent();
        try {
            while (!above.equals(folder) && above.startsWith(folder)) {
                Files.deleteIfExists(above);
                above = above.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // something else lives there
            return;
        }
    }

    // ------------------------------------------------------------------ the manifest

    private Manifest manifest() throws IOException {
        Path file = folder.resolve(Manifest.NAME);
        return Files.isRegularFile(file)
                ? Manifest.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Manifest.NONE;
    }

    private void save(Manifest manifest) throws IOException {
        byte[] json = manifest.json().getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve(Manifest.NAME), new ByteArrayInputStream(json), false);
    }

    private static Map<String, Set<String>> sets(Map<String, String> digests) {
        var sets = new TreeMap<String, Set<String>>();
        digests.forEach((path, digest) -> sets.put(path, Set.of(digest)));
        return sets;
    }

    private static Map<String, Set<String>> both(
            Map<String, Set<String>> before, Map<String, String> after) {
        var both = new TreeMap<String, Set<String>>();
        before.forEach((path, digests) -> both.put(path, new TreeSet<>(digests)));
        after.forEach(
                (path, digest) -> both.computeIfAbsent(path, p -> new TreeSet<>()).add(digest));
        return both;
    }
}
