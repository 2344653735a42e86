package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A system that has whatever a spec relies on, for those who want to see files without building:
 * every owner that is named, and every unit, which starts with its usual target.
 */
final class ImaginedSystem {

    private static final int FIRST_ID = 900;

    private ImaginedSystem() {}

    static LowerSystem below(SystemSpec spec) {
        Set<String> users = new TreeSet<>();
        Set<String> groups = new TreeSet<>(List.of("shadow"));
        for (FileEntry file : spec.files()) {
            users.add(file.owner());
            groups.add(file.group());
        }
        spec.accounts().users().forEach(user -> groups.addAll(user.groups()));
        spec.accounts().users().forEach(user -> drop(user.name(), users, groups));
        spec.accounts().groups().forEach(group -> groups.remove(group.name()));
        Map<String, String> units = new LinkedHashMap<>();
        Set<String> named = new TreeSet<>(spec.systemd().services().keySet());
        named.addAll(List.of("systemd-networkd.service", "nftables.service"));
        named.add("systemd-timesyncd.service");
        named.removeAll(UnitFiles.own(spec).keySet());
        named.forEach(unit -> units.put(unit, "[Install]\nWantedBy=" + target(unit) + "\n"));
        return new LowerSystem(
                Map.of(
                        "etc/passwd",
                        "root:x:0:0:root:/root:/bin/bash\n" + lines(users, ":x:%d:%d::/:/bin/sh\n"),
                        "etc/group",
                        "root:x:0:\n" + lines(groups, ":x:%d:\n")),
                new TreeMap<>(),
                units,
                Map.of(),
                new TreeMap<>());
    }

    private static void drop(String user, Set<String> users, Set<String> groups) {
        users.remove(user);
        groups.remove(user);
    }

    private static String lines(Set<String> names, String rest) {
        StringBuilder text = new StringBuilder();
        int id = FIRST_ID;
        for (String name : names) {
            if (!name.equals("root")) {
                text.append(name).append(rest.replace("%d", Integer.toString(id++)));
            }
        }
        return text.toString();
    }

    private static String target(String unit) {
        return switch (unit.substring(unit.lastIndexOf('.') + 1)) {
            case "timer" -> "timers.target";
            case "socket" -> "sockets.target";
            case "path" -> "paths.target";
            default -> "multi-user.target";
        };
    }
}
