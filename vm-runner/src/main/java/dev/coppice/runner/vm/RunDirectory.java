package dev.coppice.runner.vm;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The private directory of one machine: its sockets, logs and {@code machine.json}. */
public record RunDirectory(Path path) {

    /** Makes a new directory, readable by its owner only, below {@code root}. */
    public static RunDirectory create(Path root) throws IOException {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        Path path = root.resolve("m-" + HexFormat.of().formatHex(random));
        Files.createDirectory(
                path,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new RunDirectory(path);
    }

    /** The machine's id: short, and unique on this host. */
    public String id() {
        return path.getFileName().toString().substring(2);
    }

    public Path monitor() {
        return path.resolve("qmp");
    }

    public Path screen() {
        return path.resolve("vnc");
    }

    public Path serial() {
        return path.resolve("serial");
    }

    public Path agent() {
        return path.resolve("agent");
    }

    public Path serialLog() {
        return path.resolve("serial.log");
    }

    /** What QEMU itself prints. */
    public Path qemuLog() {
        return path.resolve("qemu.log");
    }

    /** Written by QEMU, so that its process is known even when we die right after starting it. */
    public Path pidFile() {
        return path.resolve("qemu.pid");
    }

    /** The empty disk that a throw-away disk begins as. */
    public Path disk(String serial) {
        return path.resolve("disk-" + serial);
    }

    /** The machine's own copy of what UEFI writes to. */
    public Path firmwareVariables() {
        return path.resolve("uefi-variables.fd");
    }

    public Path record() {
        return path.resolve("machine.json");
    }

    /** Removes the directory and what is in it; nothing happens when it is gone. */
    public void delete() throws IOException {
        try {
            Files.walkFileTree(path, new Deleter());
        } catch (NoSuchFileException _) {
            // Somebody else removed it.
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure)
                throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
