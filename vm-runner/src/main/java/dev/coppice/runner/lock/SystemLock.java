package dev.coppice.runner.lock;

import dev.coppice.runner.store.LayerKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exactly which packages a system is made from: the content of {@code system.lock.json}.
 *
 * @param release codename of the distribution's release
 * @param architecture as Debian calls it
 * @param suites where the packages were chosen from
 * @param layers the packages by layer
 */
public record SystemLock(
        String release, String architecture, List<LockedSuite> suites, List<LockedLayer> layers) {

    /** How the file is called, beside {@code system.yaml}. */
    public static final String FILE = "system.lock.json";

    public SystemLock {
        suites = List.copyOf(suites);
        layers = layers.stream().sorted(Comparator.comparing(LockedLayer::layer)).toList();
    }

    /** A lock of nothing. */
    public static SystemLock empty(String release, String architecture) {
        return new SystemLock(release, architecture, List.of(), List.of());
    }

    public Optional<LockedLayer> layer(LayerKind kind) {
        return layers.stream().filter(layer -> layer.layer() == kind).findFirst();
    }

    /** The packages of a layer, when they were chosen for what is asked now. */
    public Optional<LockedLayer> layer(LayerKind kind, String asked) {
        return layer(kind).filter(layer -> layer.asked().equals(asked));
    }

    /** The same with another content of one layer. */
    public SystemLock with(LockedLayer layer) {
        List<LockedLayer> all = new ArrayList<>(layers);
        all.removeIf(other -> other.layer() == layer.layer());
        all.add(layer);
        return new SystemLock(release, architecture, suites, all);
    }

    /** The same chosen from other suites. */
    public SystemLock from(List<LockedSuite> others) {
        return new SystemLock(release, architecture, others, layers);
    }

    /** The same without layers that a system no longer has. */
    public SystemLock only(List<LayerKind> kinds) {
        return new SystemLock(
                release,
                architecture,
                suites,
                layers.stream().filter(layer -> kinds.contains(layer.layer())).toList());
    }

    /** All packages, those of lower layers first. */
    public Stream<LockedPackage> packages() {
        return layers.stream().flatMap(layer -> layer.packages().stream());
    }

    /** The moment that the system is as new as; empty when nothing is locked. */
    public Optional<Instant> date() {
        return suites.stream().map(LockedSuite::date).max(Comparator.naturalOrder());
    }

    /** Whether a package comes from where security fixes are published. */
    public boolean security(LockedPackage one) {
        return suites.stream()
                .anyMatch(suite -> suite.security() && suite.archive().equals(one.archive()));
    }
}
