package dev.coppice.app.cli;

import dev.coppice.app.Engines;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.runner.index.Archive;
import dev.coppice.runner.index.CachedIndex;
import dev.coppice.runner.index.PackageIndexes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of packages that are kept on this computer, each read once. Nothing is downloaded: what
 * a command finds must not depend on a network.
 */
final class KeptLists implements PackageSource {

    private final PackageIndexes indexes;
    private final Map<Archive, PackageFacts> read = new HashMap<>();

    /** The lists that an environment's cache directory has. */
    KeptLists(Map<String, String> environment) {
        this.indexes = Engines.packages(environment);
    }

    @Override
    public synchronized PackageFacts of(String release, Optional<String> mirror) {
        return read.computeIfAbsent(Archive.of(mirror, release), this::kept);
    }

    private PackageFacts kept(Archive archive) {
        Optional<PackageFacts> facts = indexes.cached(archive).map(CachedIndex::index);
        return facts.orElse(PackageFacts.NONE);
    }
}
