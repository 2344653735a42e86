package dev.coppice.model.packages;

import dev.coppice.model.bind.Closest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The packages of a release, to be searched within a keystroke. Immutable. */
public final class PackageIndex implements PackageFacts {

    private final List<IndexedPackage> packages;
    private final String[] names;
    private final Map<String, List<String>> units;
    private final boolean unitsReady;
    private final Set<String> provided = new HashSet<>();
    private final Set<String> always = new TreeSet<>();
    private final PackageSearch search;

    /**
     * @param packages in any order; of several with one name the first counts
     * @param units what full names of systemd units each package brings; empty when nobody knows
     * @param always packages that every system has
     */
    public PackageIndex(
            Collection<IndexedPackage> packages,
            Optional<Map<String, List<String>>> units,
            Collection<String> always) {
        var sorted = new ArrayList<>(packages);
        sorted.sort((a, b) -> a.name().compareTo(b.name()));
        for (int i = sorted.size() - 1; i > 0; i--) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                sorted.remove(i);
            }
        }
        this.packages = List.copyOf(sorted);
        this.names = sorted.stream().map(IndexedPackage::name).toArray(String[]::new);
        this.units = units.orElse(Map.of());
        this.unitsReady = units.isPresent();
        for (IndexedPackage each : sorted) {
            provided.addAll(each.provides());
            if (each.essential()) {
                this.always.add(each.name());
            }
        }
        this.always.addAll(always);
        this.search = new PackageSearch(this.packages);
    }

    /** How many packages there are. */
    public int size() {
        return names.length;
    }

    /** The packages in the order of their names, as they are kept. */
    public List<IndexedPackage> packages() {
        return packages;
    }

    /** What units each package brings; empty when nobody knows. */
    public Optional<Map<String, List<String>>> unitsByPackage() {
        return unitsReady ? Optional.of(Collections.unmodifiableMap(units)) : Optional.empty();
    }

    /** The same packages with what units they bring. */
    public PackageIndex withUnits(Map<String, List<String>> found) {
        return new PackageIndex(packages, Optional.of(found), always);
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
        int colon = name.indexOf(':');
        return Arrays.binarySearch(names, colon < 0 ? name : name.substring(0, colon));
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public boolean known(String name) {
        return indexOf(name) >= 0 || provided.contains(name);
    }

    @Override
    public Optional<String> near(String name) {
        if (name.length() < 3) {
            return Optional.empty();
        }
        var likely = new ArrayList<String>();
        for (String each : names) {
            boolean length = Math.abs(each.length() - name.length()) <= 2;
            if (length && (each.charAt(0) == name.charAt(0) || each.charAt(1) == name.charAt(0))) {
                likely.add(each);
            }
        }
        return Closest.to(name, likely);
    }

    @Override
    public boolean unitsReady() {
        return unitsReady;
    }

    @Override
    public Set<String> units(Collection<String> wanted) {
        var found = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayList<>(wanted);
        open.addAll(always);
        while (!open.isEmpty()) {
            int at = indexOf(open.removeLast());
            if (at >= 0 && seen.add(names[at])) {
                found.addAll(units.getOrDefault(names[at], List.of()));
                open.addAll(packages.get(at).depends());
            }
        }
        return found;
    }

    @Override
    public Set<String> bringing(String unit) {
        var found = new TreeSet<String>();
        units.forEach(
                (name, brought) -> {
                    if (brought.contains(unit)) {
                        found.add(name);
                    }
                });
        return found;
    }
}
