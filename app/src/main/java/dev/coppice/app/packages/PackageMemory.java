package dev.coppice.app.packages;

import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.runner.index.Archive;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The lists of packages that are in memory, for every project that is open. Thread-safe. */
public final class PackageMemory implements PackageSource {

    private final Map<Archive, PackageIndex> lists = new ConcurrentHashMap<>();

    /** Keeps a list in place of an older one. */
    public void put(Archive archive, PackageIndex list) {
        lists.put(archive, list);
    }

    @Override
    public PackageFacts of(String release, Optional<String> mirror) {
        PackageIndex list = lists.get(Archive.of(mirror, release));
        return list == null ? PackageFacts.NONE : list;
    }
}
