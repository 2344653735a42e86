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

    /** Numbers that never change: those of the groups of the package base-passwd. */
    private static final Map<String, Integer> GROUPS =
            Map.ofEntries(
                    Map.entry("adm", 4),
                    Map.entry("tty", 5),
                    Map.entry("disk", 6),
                    Map.entry("lp", 7),
                    Map.entry("mail", 8),
                    Map.entry("dialout", 20),
                    Map.entry("cdrom", 24),
                    Map.entry("floppy", 25),
                    Map.entry("tape", 26),
                    Map.entry("sudo", 27),
                    Map.entry("audio", 29),
                    Map.entry("dip", 30),
                    Map.entry("www-data", 33),
                    Map.entry("backup", 34),
                    Map.entry("operator", 37),
                    Map.entry("src", 40),
                    Map.entry("shadow", 42),
                    Map.entry("utmp", 43),
                    Map.entry("video", 44),
                    Map.entry("plugdev", 46),
                    Map.entry("staff", 50),
                    Map.entry("games", 60),
                    Map.entry("users", 100));

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
                        "root:x:0:0:root:/root:/bin/bash\n"
                                + lines(users, Map.of("www-data", 33), ":x:%d:%d::/:/bin/sh\n"),
                        "etc/group",
                        "root:x:0:\n" + lines(groups, GROUPS, ":x:%d:\n")),
                new TreeMap<>(),
                units,
                Map.of(),
                new TreeMap<>());
    }

    private static void drop(String user, Set<String> users, Set<String> groups) {
        users.remove(user);
        groups.remove(user);
    }

    private static String lines(Set<String> names, Map<String, Integer> known, String rest) {
        StringBuilder text = new StringBuilder();
        int id = FIRST_ID;
        for (String name : names) {
            if (!name.equals("root")) {
                int number = known.containsKey(name) ? known.get(name) : id++;
                text.append(name).append(rest.replace("%d", Integer.toString(number)));
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
