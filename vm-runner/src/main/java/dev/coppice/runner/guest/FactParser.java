package dev.coppice.runner.guest;

import dev.coppice.runner.guest.Facts.PackageFact;
import dev.coppice.runner.guest.Facts.UnitFact;
import dev.coppice.runner.guest.Facts.UserFact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link FactScript} printed. What is missing or strange is left out, never fatal. */
final class FactParser {

    private FactParser() {}

    static Facts parse(String output) {
        Sections sections = Sections.parse(output);
        List<String> identity = sections.lines("identity");
        var sockets = new SocketTable(sections.lines("holders"), sections.lines("names"));
        Map<String, String> manager = assignments(sections.lines("boot"));
        return new Facts(
                identity.isEmpty() ? "" : identity.getFirst(),
                osRelease(sections.lines("os")),
                identity.size() < 2 ? "" : identity.get(1),
                packages(sections.lines("packages")),
                units(sections.lines("units"), sections.lines("links")),
                sockets.parse(sections.lines("sockets")),
                users(sections.lines("users"), sections.lines("groups")),
                boot(manager),
                memoryUsedMiB(sections.lines("memory")),
                manager.getOrDefault("SystemState", ""),
                sysctl(sections.lines("sysctl")));
    }

    private static String osRelease(List<String> lines) {
        String name = assignments(lines).getOrDefault("PRETTY_NAME", "");
        return name.replaceAll("^[\"']|[\"']$", "");
    }

    private static List<PackageFact> packages(List<String> lines) {
        var packages = new ArrayList<PackageFact>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            // The second letter is the state; a package that left only its settings is not there.
            if (fields.length == 5 && fields[0].startsWith("i", 1)) {
                packages.add(new PackageFact(fields[1], fields[2], fields[3], number(fields[4])));
            }
        }
        packages.sort(
                Comparator.comparing(PackageFact::name).thenComparing(PackageFact::architecture));
        return packages;
    }

    private static List<UnitFact> units(List<String> lines, List<String> links) {
        Map<String, String> enabled = new UnitLinks(links).states();
        var units = new TreeMap<String, UnitFact>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+", 5);
            if (fields.length >= 4 && !fields[1].equals("not-found")) {
                String state = enabled.getOrDefault(fields[0], "");
                units.put(fields[0], new UnitFact(fields[0], fields[2], fields[3], state));
            }
        }
        return List.copyOf(units.values());
    }

    private static List<UserFact> users(List<String> passwd, List<String> groups) {
        var groupsByUser = new HashMap<String, List<String>>();
        for (String line : groups) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 4) {
                for (String member : fields[3].split(",")) {
                    groupsByUser.computeIfAbsent(member, _ -> new ArrayList<>()).add(fields[0]);
                }
            }
        }
        var users = new ArrayList<UserFact>();
        for (String line : passwd) {
            String[] fields = line.split(":", -1);
            if (fields.length < 7) {
                continue;
            }
            int uid = (int) number(fields[2]);
            if (uid == 0 || (uid >= 1000 && uid <= 59999)) {
                List<String> member = groupsByUser.getOrDefault(fields[0], List.of());
                users.add(
                        new UserFact(fields[0], uid, fields[6], member.stream().sorted().toList()));
            }
        }
        return users;
    }

    /** Systemd counts microseconds from the kernel's start; 0 stands for "not yet" or "never". */
    private static Map<String, Long> boot(Map<String, String> manager) {
        long userspace = number(manager.getOrDefault("UserspaceTimestampMonotonic", "0")) / 1000;
        long finish = number(manager.getOrDefault("FinishTimestampMonotonic", "0")) / 1000;
        var times = new TreeMap<String, Long>();
        if (userspace > 0) {
            times.put("kernel", userspace);
        }
        if (finish > 0) {
            times.put("userspace", finish - userspace);
            times.put("total", finish);
        }
        return times;
    }

    private static long memoryUsedMiB(List<String> lines) {
        var kiB = new HashMap<String, Long>();
        for (String line : lines) {
            String[] fields = line.split("[:\\s]+");
            if (fields.length >= 2) {
                kiB.put(fields[0], number(fields[1]));
            }
        }
        return (kiB.getOrDefault("MemTotal", 0L) - kiB.getOrDefault("MemAvailable", 0L)) / 1024;
    }

    private static Map<String, String> sysctl(List<String> lines) {
        var values = new TreeMap<String, String>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.startsWith("/proc/sys/") && colon > 0) {
                String path = line.substring("/proc/sys/".length(), colon);
                String name = path.replace('/', '\0').replace('.', '/').replace('\0', '.');
                values.merge(
                        name,
                        line.substring(colon + 1).replace('\t', ' '),
                        (first, next) -> first + "\n" + next);
            }
        }
        return values;
    }

    private static Map<String, String> assignments(List<String> lines) {
        var values = new HashMap<String, String>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
