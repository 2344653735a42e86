package dev.coppice.model.spec;

import java.util.Optional;

/**
 * What a system is made from.
 *
 * @param distribution {@code debian}
 * @param release the code name of the release: {@code bookworm} or {@code trixie}
 * @param mirror where packages are downloaded from; the build tools' default when empty
 */
public record Base(String distribution, String release, Optional<String> mirror) {

    /** A base from the default mirror. */
    public Base(String distribution, String release) {
        this(distribution, release, Optional.empty());
    }
}
