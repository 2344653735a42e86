package dev.coppice.runner.index;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks the signature of a release file with gpgv and Debian's keys, where both are at hand. */
final class ReleaseSignature {

    /** Where the package debian-archive-keyring puts the keys. */
    static final Path DEBIAN_KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    private final ProcessRunner processes;
    private final Path keys;

    ReleaseSignature(ProcessRunner processes, Path keys) {
        this.processes = processes;
        this.keys = keys;
    }

    /**
     * What a release file says, and how far it can be trusted.
     *
     * @param text without what the signature does not cover
     */
    record Checked(String text, Trust trust) {}

    /**
     * Checks a signed release file.
     *
     * @throws ProblemException when the signature is wrong
     */
    Checked check(Path inRelease, Path scratch, Cancellation cancellation)
            throws IOException, InterruptedException {
        Path signed = scratch.resolve("Release");
        var said = new ArrayList<String>();
        if (Files.isReadable(keys)) {
            Exit exit =
                    processes.run(
                            Command.of(
                                    "gpgv",
                                    "--status-fd",
                                    "1",
                                    "--keyring",
                                    keys.toString(),
                                    "--output",
                                    signed.toString(),
                                    inRelease.toString()),
                            said::add,
                            cancellation);
            cancellation.check();
            if (!(exit instanceof Exit.NotFound) && has(said, "BADSIG")) {
                throw new ProblemException(
                        "index-signature-wrong",
                        "The list of packages is not signed by Debian: the signature of "
                                + inRelease.getFileName()
                                + " is wrong.",
                        "Use another mirror, and find out what stands between you and this one.");
            }
        }
        // A release is signed with several keys; one that is known and right is enough.
        if (has(said, "VALIDSIG") && Files.isRegularFile(signed)) {
            return new Checked(Files.readString(signed), Trust.SIGNED);
        }
        return new Checked(Files.readString(inRelease), Trust.CHECKSUMS);
    }

    private static boolean has(List<String> lines, String status) {
        return lines.stream().anyMatch(line -> line.startsWith("[GNUPG:] " + status + " "));
    }
}
