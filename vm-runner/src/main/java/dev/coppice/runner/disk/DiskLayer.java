package dev.coppice.runner.disk;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.guest.HealthScript;
import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The layer that a generation gets on top when it goes to a disk: {@code coppicectl}, the checks of
 * the spec as a script, the key of who may publish for it, and the units that run them. So any
 * generation can be shipped, whenever it was built.
 */
final class DiskLayer {

    /** How long a machine may take until its checks are run; then it did not come up. */
    private static final int BOOT_SECONDS = 600;

    /** How long checks that may still come to hold are asked again. */
    private static final int SETTLE_SECONDS = 120;

    private static final List<String> UNITS =
            List.of("coppice-health.service", "coppice-grow.service");

    private static final String GROW =
            """
            [Partition]
            Type=linux-generic
            Label=coppice-state
            """;

    private final DiskTools tools;

    DiskLayer(DiskTools tools) {
        this.tools = tools;
    }

    /**
     * @param trust whose generations the machine takes
     * @param tree an empty directory
     * @param image the file to write
     */
    void write(SystemSpec spec, Trust trust, Path tree, Path image)
            throws IOException, InterruptedException {
        program(tree.resolve("usr/bin/coppicectl"), DiskResources.text("coppicectl"));
        Path library = tree.resolve("usr/lib/coppice");
        text(library.resolve("health"), HealthScript.of(spec.checks()));
        text(library.resolve("boot-seconds"), BOOT_SECONDS + "\n");
        text(library.resolve("settle-seconds"), SETTLE_SECONDS + "\n");
        Path share = tree.resolve("usr/share/coppice");
        text(share.resolve("repart.d/50-state.conf"), GROW);
        Files.write(share.resolve("publisher.gpg"), trust.key());
        if (!trust.source().isEmpty()) {
            text(share.resolve("source"), trust.source() + "\n");
        }
        Path units = tree.resolve("usr/lib/systemd/system");
        Path wants = Files.createDirectories(units.resolve("sysinit.target.wants"));
        for (String unit : UNITS) {
            text(units.resolve(unit), DiskResources.text(unit));
            Files.createSymbolicLink(wants.resolve(unit), Path.of("..", unit));
        }
        tools.run(
                Command.of(
                        "mksquashfs",
                        tree.toString(),
                        image.toString(),
                        "-comp",
                        "lz4",
                        "-all-root",
                        "-all-time",
                        "0",
                        "-mkfs-time",
                        "0",
                        "-noappend",
                        "-no-xattrs",
                        "-quiet",
                        "-no-progress"),
                "writing the layer of the disk");
    }

    /**
     * Whose generations a machine takes.
     *
     * @param key a keyring for gpgv(1)
     * @param source where the machine looks for them when nothing else is said; may be empty
     */
    record Trust(byte[] key, String source) {}

    private static void text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void program(Path file, String content) throws IOException {
        text(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
