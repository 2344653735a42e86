package dev.coppice.runner.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a machine by their absolute paths; what cannot be read is remembered. */
final class MachineTree {

    /** Bytes. Lists of packages are long; files of settings are not. */
    private static final long LONGEST = 64L << 20;

    private final Path root;
    private final SortedMap<String, String> unreadable = new TreeMap<>();

    MachineTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    SortedMap<String, String> unreadable() {
        return unreadable;
    }

    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    /** The absolute path of a file in the machine. */
    String path(Path file) {
        return "/" + root.relativize(file);
    }

    /** A text; empty when it is not there, is none, or may not be read. */
    Optional<String> text(String path) {
        return bytes(path).flatMap(MachineTree::text);
    }

    static Optional<String> text(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(all -> all.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a regular file; links inside of the tree are followed. */
    Optional<byte[]> bytes(String path) {
        try {
            Path file = inside(path);
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                deny(path, file);
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (AccessDeniedException e) {
            unreadable.put(path, "You may not read it; root may.");
            return Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            unreadable.put(path, "It cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** A file that is hidden by a folder that may not be entered. */
    private void deny(String path, Path file) {
        Path folder = file.getParent();
        if (folder != null
                && Files.isDirectory(folder)
                && !Files.isExecutable(folder)
                && Files.notExists(file) == Files.exists(file)) {
            unreadable.put(path, "You may not read its folder; root may.");
        }
    }

    /** A link with an absolute target leads to a place in the tree, never out of it. */
    private Path inside(String path) throws IOException {
        Path file = at(path);
        for (int hops = 0; hops < 10 && Files.isSymbolicLink(file); hops++) {
            Path target = Files.readSymbolicLink(file);
            Path next =
                    target.isAbsolute()
                            ? root.resolve(target.toString().substring(1))
                            : file.resolveSibling(target);
            file = next.normalize();
            if (!file.startsWith(root)) {
                throw new NoSuchFileException(path);
            }
        }
        return file;
    }

    /** Where a symbolic link leads. */
    Optional<String> link(String path) {
        try {
            Path file = at(path);
            return Files.isSymbolicLink(file)
                    ? Optional.of(Files.readSymbolicLink(file).toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What lies in a folder, sorted; nothing when it is none. */
    List<Path> list(String path) {
        Path folder = at(path);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            unreadable.put(path, "You may not look into it; root may.");
            return List.of();
        }
    }
}
