package dev.coppice.model.packages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The packages of a release, to be searched within a keystroke. Immutable. */
public final class PackageIndex implements PackageFacts {

    private final List<IndexedPackage> packages;
    private final String[] names;
    private final Map<String, List<String>> providers = new HashMap<>();
    private final PackageSearch search;
    private final NearNames near;

    /**
     * @param packages in any order; of several with one name the first counts
     */
    public PackageIndex(Collection<IndexedPackage> packages) {
        var sorted = new ArrayList<IndexedPackage>(packages.size());
        packages.stream()
                .sorted(Comparator.comparing(IndexedPackage::name))
                .filter(p -> sorted.isEmpty() || !sorted.getLast().name().equals(p.name()))
                .forEachOrdered(sorted::add);
        this.packages = List.copyOf(sorted);
        this.names = sorted.stream().map(IndexedPackage::name).toArray(String[]::new);
        for (IndexedPackage each : sorted) {
            for (String name : each.provides()) {
                providers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(each.name());
            }
        }
        this.search = new PackageSearch(this.packages);
        this.near = new NearNames(List.of(names));
    }

    /** How many packages there are. */
    public int size() {
        return names.length;
    }

    /** The packages in the order of their names, as they are kept. */
    public List<IndexedPackage> packages() {
        return packages;
    }

    /**
     * The packages for what a person has typed, the best first: the name itself, names that start
     * with it, with a word that starts with it, that contain it, then summaries. Several words must
     * all be there. Nothing typed means all in the order of their names.
     */
    public List<PackageEntry> search(String typed, int limit) {
        return search.find(typed, limit).mapToObj(i -> packages.get(i).entry()).toList();
    }

    /** The package with exactly this name; an architecture behind a colon does not matter. */
    public Optional<PackageEntry> find(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(packages.get(at).entry());
    }

    private int indexOf(String name) {
        return Arrays.binarySearch(names, plain(name));
    }

    /** A name without the architecture behind a colon. */
    private static String plain(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public boolean known(String name) {
        return indexOf(name) >= 0 || providers(name).size() == 1;
    }

    @Override
    public List<String> providers(String name) {
        return Collections.unmodifiableList(providers.getOrDefault(plain(name), List.of()));
    }

    @Override
    public Optional<String> near(String name) {
        return near.near(plain(name));
    }

    @Override
    public Set<String> withDependencies(Collection<String> wanted) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<String>(wanted);
        while (!open.isEmpty()) {
            String name = plain(open.removeLast());
            int at = found.add(name) ? indexOf(name) : -1;
            if (at >= 0) {
                open.addAll(packages.get(at).depends());
            }
        }
        return found;
    }
}
