package dev.coppice.app.cli;

import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.packages.PackageSource;

import java.util.Optional;

/** Remembers for which release an analysis wanted a list of packages that is not at hand. */
final class AskedLists implements PackageSource {

    private final PackageSource lists;
    private Optional<String> missing = Optional.empty();

    AskedLists(PackageSource lists) {
        this.lists = lists;
    }

    @Override
    public PackageFacts of(String release, Optional<String> mirror) {
        PackageFacts facts = lists.of(release, mirror);
        if (!facts.ready()) {
            missing = Optional.of(release);
        }
        return facts;
    }

    /** The release; empty when every list was there. */
    Optional<String> missing() {
        return missing;
    }
}
