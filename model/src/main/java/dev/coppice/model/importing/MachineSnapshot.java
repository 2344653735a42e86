package dev.coppice.model.importing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of a machine, before anything is made of it.
 *
 * @param texts files with settings by their absolute paths
 * @param packages the packages that are installed
 * @param files files below {@code /etc} that differ from those of the packages
 * @param units what is said of units against their packages and presets: whether they are on
 * @param masked units that cannot be started
 * @param keys lines of {@code authorized_keys} by the name of the user
 * @param unreadable what could not be read, by path: why
 */
public record MachineSnapshot(
        SortedMap<String, String> texts,
        List<Installed> packages,
        List<Found> files,
        SortedMap<String, Boolean> units,
        List<String> masked,
        SortedMap<String, List<String>> keys,
        SortedMap<String, String> unreadable) {

    public MachineSnapshot {
        texts = copy(texts);
        packages = List.copyOf(packages);
        files = List.copyOf(files);
        units = copy(units);
        masked = List.copyOf(masked);
        keys = copy(keys);
        unreadable = copy(unreadable);
    }

    private static <V> SortedMap<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * A package.
     *
     * @param byHand whether somebody asked for it, rather than another package
     * @param base whether every system of the distribution has it
     */
    public record Installed(String name, boolean byHand, boolean base) {}

    /**
     * A file that differs.
     *
     * @param mode permission bits
     * @param text its text; empty when it is none, or must not be copied
     * @param added whether it is nobody's, rather than a changed file of a package
     * @param why why there is no text; empty when there is one
     */
    public record Found(
            String path,
            int mode,
            String owner,
            String group,
            Optional<String> text,
            boolean added,
            String why) {}
}
