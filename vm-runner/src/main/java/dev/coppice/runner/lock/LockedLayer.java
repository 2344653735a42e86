package dev.coppice.runner.lock;

import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.LayerKind;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The packages of one layer.
 *
 * @param layer which layer they are in
 * @param asked digest of what was asked for; another one makes these packages out of date
 * @param epoch no file of the layer is newer; when its packages were chosen first
 * @param packages sorted by name
 */
public record LockedLayer(
        LayerKind layer, String asked, Instant epoch, List<LockedPackage> packages) {

    public LockedLayer {
        packages =
                packages.stream()
                        .sorted(
                                Comparator.comparing(LockedPackage::name)
                                        .thenComparing(LockedPackage::architecture))
                        .toList();
    }

    /** SHA-256 over names, versions and hashes of all packages. */
    public String digest() {
        return Digests.of(
                packages.stream()
                        .map(LockedPackage::identity)
                        .collect(Collectors.joining("\n", epoch + "\n", "")));
    }

    /** Size of all package files. */
    public long bytes() {
        return packages.stream().mapToLong(LockedPackage::size).sum();
    }
}
