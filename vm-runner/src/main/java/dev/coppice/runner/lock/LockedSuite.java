package dev.coppice.runner.lock;

import java.time.Instant;
import java.util.Optional;

/**
 * A suite of a package archive as it was when packages were chosen from it.
 *
 * @param archive URL without a slash at its end
 * @param name {@code bookworm-security}
 * @param date when the archive signed it
 * @param validUntil until when apt takes it for fresh, where the archive says so
 * @param sha256 of its signed Release file
 */
public record LockedSuite(
        String archive, String name, Instant date, Optional<Instant> validUntil, String sha256) {

    /** Whether it is where a distribution publishes security fixes. */
    public boolean security() {
        return name.endsWith("-security");
    }
}
