package dev.coppice.runner.index;

import dev.coppice.model.packages.PackageIndex;

import java.time.Instant;

/**
 * A list of packages as it is kept.
 *
 * @param checked when the archive was last asked
 * @param listDigest SHA-256 of the list that it was made from
 * @param unitsDigest SHA-256 of the lists of files that the units were read from; empty without any
 * @param unitsOf the digest of the list that the units were read for; empty without any
 */
public record CachedIndex(
        Archive archive,
        PackageIndex index,
        Instant checked,
        Trust trust,
        String listDigest,
        String unitsDigest,
        String unitsOf) {

    CachedIndex checkedAt(Instant now, Trust found) {
        return new CachedIndex(archive, index, now, found, listDigest, unitsDigest, unitsOf);
    }

    CachedIndex with(PackageIndex other, String digest) {
        return new CachedIndex(archive, other, checked, trust, listDigest, digest, listDigest);
    }
}
