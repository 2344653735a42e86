package dev.coppice.model.complete;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.packages.PackageIndex;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be named besides what stands in the text.
 *
 * @param packages the list of the release's packages; empty while it is not at hand
 * @param options the options of the release of NixOS; empty while they are not at hand
 * @param files the paths of the project's files, with slashes, from the folder of {@code
 *     system.yaml}
 */
public record Catalog(
        Optional<PackageIndex> packages,
        Optional<NixOptions> options,
        Supplier<List<String>> files) {

    /** Nothing is known. */
    public static final Catalog EMPTY = new Catalog(Optional.empty(), Optional.empty(), List::of);
}
