package dev.coppice.runner.disk;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.guest.HealthScript;
import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The layer that a generation gets on top when it goes to a disk: {@code coppicectl}, the checks of
 * the spec as a script, the key of who may publish for it, and the units that run them. So any
 * generation can be shipped, whenever it was built.
 */
final class DiskLayer {

    /** How long checks that may still come to hold are asked again. */
    private static final int SETTLE_SECONDS = 120;

    /** Which target wants each unit; the service of a timer is wanted by none. */
    private static final Map<String, String> UNITS =
            Map.of(
                    "coppice-health.service", "multi-user.target.wants",
                    "coppice-grow.service", "sysinit.target.wants",
                    "coppice-late.timer", "sysinit.target.wants",
                    "coppice-late.service", "");

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
        text(library.resolve("settle-seconds"), SETTLE_SECONDS + "\n");
        Path share = tree.resolve("usr/share/coppice");
        text(share.resolve("repart.d/50-state.conf"), GROW);
        Files.write(share.resolve("publisher.gpg"), trust.key());
        if (!trust.source().isEmpty()) {
            text(share.resolve("source"), trust.source() + "\n");
        }
        Path units = tree.resolve("usr/lib/systemd/system");
        for (Map.Entry<String, String> unit : UNITS.entrySet()) {
            text(units.resolve(unit.getKey()), DiskResources.text(unit.getKey()));
            if (!unit.getValue().isEmpty()) {
                Path wants = Files.createDirectories(units.resolve(unit.getValue()));
                Files.createSymbolicLink(
                        wants.resolve(unit.getKey()), Path.of("..", unit.getKey()));
            }
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
