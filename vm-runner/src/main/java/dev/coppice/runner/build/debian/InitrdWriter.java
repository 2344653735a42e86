package dev.coppice.runner.build.debian;

import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes our initrd: busybox, the modules that reach the layers, and the script that stacks them. A
 * plain cpio archive (format {@code newc}): unpacking a compressed one costs more time in an
 * emulated processor than loading the bytes.
 */
final class InitrdWriter {

    private static final String BUSYBOX = "busybox";

    private static final List<String> DIRECTORIES =
            List.of("bin", "dev", "layers", "modules", "new", "proc", "state", "sys", "writable");

    private InitrdWriter() {}

    /**
     * @param parts busybox, kernel modules, and the lists of modules in the order of loading
     */
    static void write(String init, Path parts, Path initrd) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(parts)) {
            files = all.sorted().toList();
        }
        try (CpioArchiveOutputStream cpio =
                new CpioArchiveOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(initrd)),
                        CpioConstants.FORMAT_NEW)) {
            Sequence sequence = new Sequence(cpio);
            for (String directory : DIRECTORIES) {
                sequence.add(directory, CpioConstants.C_ISDIR | 0755, new byte[0]);
            }
            sequence.add(
                    "init", CpioConstants.C_ISREG | 0755, init.getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean busybox = name.equals(BUSYBOX);
                sequence.add(
                        (busybox ? "bin/" : "modules/") + name,
                        CpioConstants.C_ISREG | (busybox ? 0755 : 0644),
                        Files.readAllBytes(file));
            }
        }
    }

    /** Numbers the entries: a number given twice would mean a hard link. */
    private static final class Sequence {

        private final CpioArchiveOutputStream cpio;
        private long inode;

        Sequence(CpioArchiveOutputStream cpio) {
            this.cpio = cpio;
        }

        void add(String name, long mode, byte[] bytes) throws IOException {
            CpioArchiveEntry entry =
                    new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, bytes.length);
            entry.setMode(mode);
            entry.setInode(++inode);
            entry.setTime(0);
            cpio.putArchiveEntry(entry);
            cpio.write(bytes);
            cpio.closeArchiveEntry();
        }
    }
}
