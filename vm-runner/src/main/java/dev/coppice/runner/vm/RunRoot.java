package dev.coppice.runner.vm;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Where the directories of running machines live. */
public final class RunRoot {

    /** Names of Unix sockets are limited to 104 bytes on some systems; ours add at most 20. */
    private static final int LONGEST = 80;

    private RunRoot() {}

    /**
     * The directory for machines of this person: {@code $XDG_RUNTIME_DIR/coppice}, or {@code
     * /tmp/coppice-UID} where that is missing or too long. Made when it is not there.
     *
     * @throws IOException when it cannot be made, or belongs to somebody else
     */
    public static Path locate(Map<String, String> environment) throws IOException {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            Path directory = Path.of(runtime, "coppice");
            if (directory.toString().length() <= LONGEST && Files.isWritable(Path.of(runtime))) {
                return prepare(directory);
            }
        }
        return prepare(Path.of("/tmp/coppice-" + userId()));
    }

    /** Makes a directory private, or finds that it is. */
    static Path prepare(Path directory) throws IOException {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwx------");
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(mode));
        } catch (FileAlreadyExistsException _) {
            PosixFileAttributes found =
                    Files.readAttributes(
                            directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // In /tmp anybody may have made it first.
            if (!found.isDirectory() || !found.permissions().equals(mode) || !isOurs(directory)) {
                throw new IOException(
                        directory
                                + " is not a private directory of this user; remove it or set"
                                + " XDG_RUNTIME_DIR");
            }
        }
        return directory;
    }

    private static boolean isOurs(Path directory) throws IOException {
        return Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .toString()
                .equals(userId());
    }

    private static String userId() throws IOException {
        Path own = Files.createTempFile("coppice", null);
        try {
            return Files.getAttribute(own, "unix:uid").toString();
        } finally {
            Files.delete(own);
        }
    }
}
