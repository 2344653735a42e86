package dev.coppice.runner.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is said of units against their packages: links of {@code systemctl enable} beside those that
 * packages made, which deb-systemd-helper(1p) remembers, and presets (systemd.preset(5)).
 *
 * @param different whether a unit is on, where packages and presets say otherwise
 * @param masked units that are linked to nothing
 */
record UnitStates(SortedMap<String, Boolean> different, List<String> masked) {

    private static final String UNITS = "/etc/systemd/system";
    private static final String HELPER = "/var/lib/systemd/deb-systemd-helper-enabled";

    static UnitStates of(MachineTree tree) {
        Set<String> enabled = wanted(tree, UNITS);
        Set<String> byPackages = wanted(tree, HELPER);
        List<String> presets = presets(tree);
        var masked = new ArrayList<String>();
        for (Path file : tree.list(UNITS)) {
            String path = tree.path(file);
            if (tree.link(path).filter("/dev/null"::equals).isPresent()) {
                masked.add(file.getFileName().toString());
            }
        }
        var different = new TreeMap<String, Boolean>();
        for (String unit : enabled) {
            if (!byPackages.contains(unit) && !preset(presets, unit)) {
                different.put(unit, true);
            }
        }
        for (String unit : byPackages) {
            if (!enabled.contains(unit) && !masked.contains(unit) && isThere(tree, unit)) {
                different.put(unit, false);
            }
        }
        return new UnitStates(different, masked);
    }

    /** A package that is gone leaves its links. */
    private static boolean isThere(MachineTree tree, String unit) {
        return List.of("/usr/lib/systemd/system/", "/lib/systemd/system/", UNITS + "/").stream()
                .map(folder -> tree.at(folder + unit))
                .anyMatch(Files::exists);
    }

    private static Set<String> wanted(MachineTree tree, String folder) {
        var units = new HashSet<String>();
        for (Path below : tree.list(folder)) {
            if (below.getFileName().toString().matches(".*\\.(wants|requires|upholds)")) {
                tree.list(tree.path(below))
                        .forEach(unit -> units.add(unit.getFileName().toString()));
            }
        }
        return units;
    }

    private static List<String> presets(MachineTree tree) {
        var lines = new ArrayList<String>();
        for (String folder :
                List.of(
                        "/etc/systemd/system-preset",
                        "/usr/lib/systemd/system-preset",
                        "/lib/systemd/system-preset")) {
            for (Path file : tree.list(folder)) {
                tree.text(tree.path(file)).ifPresent(text -> lines.addAll(text.lines().toList()));
            }
        }
        return lines;
    }

    /** Whether a preset switches a unit on by name; the first line that fits decides. */
    private static boolean preset(List<String> lines, String unit) {
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 2
                    && (words[0].equals("enable") || words[0].equals("disable"))
                    && !words[1].equals("*")
                    && glob(words[1]).matcher(unit.replaceFirst("@[^.]+\\.", "@.")).matches()) {
                return words[0].equals("enable");
            }
        }
        return false;
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(
                Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }
}
