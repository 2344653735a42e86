package dev.coppice.runner.disk;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.List;

/**
 * A disk image to be written.
 *
 * @param releases the generations on it, newest first, at least one; all of one system
 * @param file the file to write; one that is there is replaced when the new one is whole
 * @param bytes size of the disk; 0 for as small as is sensible
 * @param source where its machines look for new generations; may be empty
 * @param parameters words for the kernel on this disk, added to those of every generation
 * @param tries how often the newest generation may fail its checks, 1 to 9
 */
public record ImageOrder(
        List<Release> releases,
        Path file,
        ImageFormat format,
        long bytes,
        String source,
        List<String> parameters,
        int tries) {

    /** How often a generation on trial is booted until the machine falls back. */
    public static final int TRIES = 3;

    /** For machines that are emulated on this computer; see {@code QemuCommandLine}. */
    public static final List<String> EMULATED =
            List.of(
                    "tsc=reliable",
                    "no_timer_check",
                    "mitigations=off",
                    "cgroup.memory=nokmem",
                    "systemd.default_timeout_start_sec=300");

    public ImageOrder {
        releases = List.copyOf(releases);
        parameters = List.copyOf(parameters);
        if (releases.isEmpty()) {
            throw new IllegalArgumentException("an image needs a generation");
        }
        if (tries < 1 || tries > 9) {
            throw new IllegalArgumentException("tries are 1 to 9, not " + tries);
        }
    }

    /**
     * A generation and what its text means.
     *
     * @param spec gives the checks that decide whether it is healthy
     */
    public record Release(Generation generation, SystemSpec spec) {}
}
