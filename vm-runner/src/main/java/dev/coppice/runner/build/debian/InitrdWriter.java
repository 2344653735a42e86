package dev.coppice.runner.build.debian;

import dev.coppice.runner.disk.InitrdArchive;

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
        try (var archive =
                new InitrdArchive(new BufferedOutputStream(Files.newOutputStream(initrd)))) {
            for (String directory : DIRECTORIES) {
                archive.directory(directory);
            }
            archive.file("init", 0755, init.getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean busybox = name.equals(BUSYBOX);
                archive.file(
                        (busybox ? "bin/" : "modules/") + name,
                        busybox ? 0755 : 0644,
                        Files.readAllBytes(file));
            }
        }
    }
}
