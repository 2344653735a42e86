package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables below /proc/sys of Debian's kernels, by dotted name (sysctl.d(5)). */
public final class KernelVariables {

    private final Map<String, Boolean> numbers = new HashMap<>();
    private final Set<String> families = new HashSet<>();

    private final Words words;

    KernelVariables() {
        for (String row : TableFile.rows("sysctl.txt")) {
            String[] columns = row.split("\t");
            numbers.put(columns[0], columns[1].equals("i"));
            families.add(columns[0].substring(0, columns[0].indexOf('.')));
        }
        words = new Words(numbers.keySet());
    }

    /** Whether the kernel has a variable; also where an interface or a pattern is in its name. */
    public boolean has(String name) {
        return name.contains("*") || numbers.containsKey(general(name));
    }

    /** The variables in the order of their names, with {@code *} in place of interfaces. */
    public List<String> all() {
        return numbers.keySet().stream().sorted().toList();
    }

    /** Whether a variable holds whole numbers. */
    public boolean isNumber(String name) {
        return numbers.getOrDefault(general(name), false);
    }

    /** Whether the first part of a name is one that the table knows. */
    public boolean knowsFamily(String name) {
        return families.contains(name.replaceFirst("\\..*", ""));
    }

    /** The nearest variable, with the interface that was written. */
    public Optional<String> near(String name) {
        String general = general(name);
        Optional<String> near = words.near(general);
        String[] written = name.split("\\.");
        return near.map(
                n -> n.contains("*") && written.length > 3 ? n.replace("*", written[3]) : n);
    }

    /** {@code net.ipv4.conf.eth0.forwarding} as {@code net.ipv4.conf.*.forwarding}. */
    private static String general(String name) {
        return name.replaceFirst(
                "^(net\\.(?:ipv4|ipv6)\\.(?:conf|neigh)|net\\.mpls\\.conf)\\.[^.]+\\.", "$1.*.");
    }

    /** The dotted name of a variable, whichever of dots and slashes it was written with. */
    public static String dotted(String written) {
        String name = written.startsWith("-") ? written.substring(1) : written;
        int slash = name.indexOf('/');
        int dot = name.indexOf('.');
        if (slash < 0 || dot >= 0 && dot < slash) {
            return name;
        }
        return name.replace('.', ':').replace('/', '.').replace(':', '/');
    }
}
