package dev.coppice.model.spec;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kernel settings.
 *
 * @param parameters words added to the kernel command line
 * @param modules modules loaded at boot (modules-load.d(5))
 * @param sysctl kernel variables (sysctl.d(5)), by dotted name
 */
public record Kernel(
        List<String> parameters, List<String> modules, SortedMap<String, String> sysctl) {

    public Kernel {
        parameters = List.copyOf(parameters);
        modules = List.copyOf(modules);
        sysctl =
                java.util.Collections.unmodifiableSortedMap(
                        new TreeMap<>((Map<String, String>) sysctl));
    }
}
