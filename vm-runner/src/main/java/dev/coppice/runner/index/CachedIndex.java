package dev.coppice.runner.index;

import dev.coppice.model.packages.PackageIndex;

import java.time.Instant;

/**
 * A list of packages as it is kept.
 *
 * @param checked when the archive was last asked
 * @param listDigest SHA-256 of the list that it was made from
 */
public record CachedIndex(
        Archive archive, PackageIndex index, Instant checked, Trust trust, String listDigest) {

    CachedIndex checkedAt(Instant now, Trust found) {
        return new CachedIndex(archive, index, now, found, listDigest);
    }
}
