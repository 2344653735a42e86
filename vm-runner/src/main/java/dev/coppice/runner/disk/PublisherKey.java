package dev.coppice.runner.disk;

import dev.coppice.runner.proc.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The key that says who published a generation: made once per store by GnuPG, without a passphrase,
 * in a directory that only its owner can read. Machines know its public half from their image.
 */
final class PublisherKey {

    private static final String NAME = "Coppice publisher";

    private final Path directory;
    private final DiskTools tools;

    /**
     * @param store the store's root
     */
    PublisherKey(Path store, DiskTools tools) {
        this.directory = store.resolve("publisher");
        this.tools = tools;
    }

    /** The public half, as a keyring for gpgv(1). */
    byte[] publicHalf() throws IOException, InterruptedException {
        Path exported = directory.resolve("public.gpg");
        if (!Files.exists(exported)) {
            make(exported);
        }
        return Files.readAllBytes(exported);
    }

    /** Writes a detached signature beside a file. */
    void sign(Path file, Path signature) throws IOException, InterruptedException {
        publicHalf();
        gpg("signing", "--yes", "--output", signature.toString(), "--detach-sign", file.toString());
    }

    private void make(Path exported) throws IOException, InterruptedException {
        tools.require("gpg");
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        gpg("making a key", "--quick-generate-key", NAME, "ed25519", "sign", "never");
        Path fresh = directory.resolve("public.new");
        gpg("exporting a key", "--yes", "--output", fresh.toString(), "--export", NAME);
        Files.move(fresh, exported, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private void gpg(String what, String... arguments) throws InterruptedException {
        List<String> argv = new ArrayList<>();
        argv.addAll(List.of("gpg", "--homedir", directory.toString(), "--batch", "--quiet"));
        argv.addAll(List.of("--pinentry-mode", "loopback", "--passphrase", ""));
        argv.addAll(List.of(arguments));
        try {
            tools.run(Command.of(argv), what);
        } finally {
            // GnuPG leaves a process of its own behind, for the next time.
            tools.run(
                    Command.of("gpgconf", "--homedir", directory.toString(), "--kill", "all"),
                    "ending the agent of GnuPG");
        }
    }
}
