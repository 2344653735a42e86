package dev.coppice.runner.inspect;

import dev.coppice.model.importing.MachineSnapshot.Installed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The database of dpkg, deb-src-control(5) paragraphs in {@code /var/lib/dpkg/status}, and what apt
 * remembers of packages that came with others.
 *
 * @param installed the packages
 * @param conffiles MD5 sums of files of settings as the packages brought them, by path
 */
record Packages(List<Installed> installed, Map<String, String> conffiles) {

    private static final Set<String> BASE = Set.of("required", "important");

    /** Empty when there is no such database. */
    static Optional<Packages> of(MachineTree tree) {
        return tree.text("/var/lib/dpkg/status")
                .map(status -> parse(status, tree.text("/var/lib/apt/extended_states").orElse("")));
    }

    static Packages parse(String status, String extended) {
        var automatic = new HashSet<String>();
        for (Map<String, String> each : paragraphs(extended)) {
            if (each.getOrDefault("Auto-Installed", "0").equals("1")) {
                automatic.add(each.getOrDefault("Package", ""));
            }
        }
        var installed = new ArrayList<Installed>();
        var conffiles = new HashMap<String, String>();
        for (Map<String, String> each : paragraphs(status)) {
            String name = each.getOrDefault("Package", "");
            if (!each.getOrDefault("Status", "").endsWith(" installed") || name.isEmpty()) {
                continue;
            }
            boolean base =
                    each.getOrDefault("Essential", "no").equals("yes")
                            || BASE.contains(each.getOrDefault("Priority", ""));
            installed.add(new Installed(name, !automatic.contains(name), base));
            for (String line : each.getOrDefault("Conffiles", "").lines().toList()) {
                String[] words = line.strip().split("\\s+");
                if (words.length >= 2) {
                    conffiles.put(words[0], words[1]);
                }
            }
        }
        return new Packages(List.copyOf(installed), Map.copyOf(conffiles));
    }

    private static List<Map<String, String>> paragraphs(String text) {
        var all = new ArrayList<Map<String, String>>();
        Map<String, String> now = new HashMap<>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                if (!now.isEmpty()) {
                    all.add(now);
                    now = new HashMap<>();
                }
                last = "";
            } else if (line.charAt(0) == ' ' && !last.isEmpty()) {
                if (last.equals("Conffiles")) {
                    now.merge(last, line, (a, b) -> a + "\n" + b);
                }
            } else if (line.indexOf(':') > 0) {
                last = line.substring(0, line.indexOf(':'));
                now.put(last, line.substring(last.length() + 1).strip());
            }
        }
        if (!now.isEmpty()) {
            all.add(now);
        }
        return all;
    }
}
