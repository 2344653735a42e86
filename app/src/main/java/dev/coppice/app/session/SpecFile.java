package dev.coppice.app.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * {@code system.yaml} on disk: UTF-8, whole or not at all.
 *
 * @param path where it is
 */
public record SpecFile(Path path) {

    /** The file's name in each project. */
    public static final String NAME = "system.yaml";

    /** The spec of a project's folder, or the file itself. */
    public static SpecFile of(Path folderOrFile) {
        Path path = folderOrFile.toAbsolutePath().normalize();
        return new SpecFile(Files.isDirectory(path) ? path.resolve(NAME) : path);
    }

    /** The project's folder. */
    public Path folder() {
        return path.getParent();
    }

    /**
     * The whole text.
     *
     * @throws IOException with a message for people when it is missing, not readable or not UTF-8
     */
    public String read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "There is no " + path.getFileName() + " in " + path.getParent() + ".", e);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException(
                    path + " is not UTF-8 text. Save it as UTF-8 in the program that wrote it.", e);
        }
    }

    /** Replaces the file: a crash leaves the old text or the new one, never a part. */
    public void write(String content) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path temporary = Files.createTempFile(target.getParent(), ".system-", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            keepPermissions(target, temporary);
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (!Files.getFileStore(to).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions =
                Files.exists(from)
                        ? Files.getPosixFilePermissions(from)
                        : PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(to, permissions);
    }
}
