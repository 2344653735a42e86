package dev.coppice.runner.tools;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Where the programs of other systems are kept between runs: the directory named by the environment
 * variable {@code COPPICE_TEST_TOOLS}, else {@code coppice-test-tools-USER} in the temporary
 * directory. It can be deleted at any time.
 */
final class ToolFolder {

    /** What apt, Go and npm say when the network or their archive is not there. */
    private static final Pattern OFFLINE =
            Pattern.compile(
                    "Could not (resolve|connect)|Temporary failure|Unable to connect|Network is"
                            + " unreachable|no such host|dial tcp|i/o timeout|TLS handshake|40[34]"
                            + " (Forbidden|Not Found)|403 Forbidden|410 Gone"
                            + "|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|E40[34]");

    private ToolFolder() {}

    /** Makes a thing once, whoever asks first. */
    @FunctionalInterface
    interface Maker {
        Ran make() throws IOException, InterruptedException;
    }

    /**
     * A thing in the folder, made when it is not there.
     *
     * @param name where it is
     * @param maker makes it whole, or not at all
     */
    static Path of(String name, Maker maker) throws IOException, InterruptedException {
        Path place = path(name);
        Files.createDirectories(place.getParent());
        Path lock = place.resolveSibling(place.getFileName() + ".lock");
        synchronized (ToolFolder.class) {
            try (var channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(place)) {
                    long start = System.nanoTime();
                    Ran ran = maker.make();
                    if (!ran.ok() || !Files.exists(place)) {
                        refuse(name, ran);
                    }
                    System.out.printf(
                            "tools: made %s in %.0f s%n", name, (System.nanoTime() - start) / 1e9);
                }
            }
        }
        return place;
    }

    /** Where a thing is, or will be. */
    static Path path(String name) {
        return root().resolve(name);
    }

    /** Says why a thing is not there: the host lacks the network, or something is wrong. */
    static void refuse(String name, Ran ran) {
        String last = ran.output().lines().filter(OFFLINE.asPredicate()).findFirst().orElse("");
        Assumptions.assumeTrue(
                last.isEmpty(), name + " cannot be downloaded on this host: " + last.strip());
        throw new AssertionError(name + " could not be made: " + ran);
    }

    private static Path root() {
        String name = "COPPICE_TEST_TOOLS";
        String set = System.getProperty(name, System.getenv().getOrDefault(name, ""));
        return set.isEmpty()
                ? Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "coppice-test-tools-" + System.getProperty("user.name"))
                : Path.of(set).toAbsolutePath();
    }
}
