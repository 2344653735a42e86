package dev.coppice.model.packages;

import java.util.List;

/**
 * A package with what is needed to follow it.
 *
 * @param entry what people see
 * @param depends names that it depends on; of alternatives the first
 * @param provides names that it may be called by besides its own
 */
public record IndexedPackage(PackageEntry entry, List<String> depends, List<String> provides) {

    public IndexedPackage {
        depends = List.copyOf(depends);
        provides = List.copyOf(provides);
    }

    /** Its name. */
    public String name() {
        return entry.name();
    }
}
