package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Kernel modules and variables: modules-load.d(5), sysctl.d(5). */
public final class KernelFiles {

    private static final String FORWARDING = "net.ipv4.ip_forward";

    /**
     * Variables of one interface each: the interface's name may have dots, the last word has none.
     */
    private static final Pattern OF_INTERFACE =
            Pattern.compile("(net\\.(?:ipv4|ipv6|mpls)\\.(?:conf|neigh)\\.)(.+)(\\.[^.]+)");

    private KernelFiles() {}

    /**
     * A variable's name as sysctl.d(5) wants it: a dot in the name of an interface is a slash, as
     * the other dots separate folders.
     */
    public static String key(String name) {
        Matcher matcher = OF_INTERFACE.matcher(name);
        return matcher.matches()
                ? matcher.group(1) + matcher.group(2).replace('.', '/') + matcher.group(3)
                : name;
    }

    /** None when the spec has neither. */
    public static List<SettingFile> of(SystemSpec spec) {
        var files = new ArrayList<SettingFile>();
        if (!spec.kernel().modules().isEmpty()) {
            files.add(
                    SettingFile.plain(
                            "/etc/modules-load.d/coppice.conf",
                            String.join("\n", spec.kernel().modules()) + "\n",
                            YamlPath.of("kernel", "modules")));
        }
        var sysctl = new TreeMap<String, String>(spec.kernel().sysctl());
        var origins = new ArrayList<YamlPath>();
        sysctl.keySet().forEach(key -> origins.add(YamlPath.of("kernel", "sysctl", key)));
        if (spec.network().nat().isPresent()) {
            sysctl.putIfAbsent(FORWARDING, "1");
            origins.add(YamlPath.of("network", "nat"));
        }
        if (!sysctl.isEmpty()) {
            files.add(
                    new SettingFile(
                            "/etc/sysctl.d/90-coppice.conf",
                            sysctl.entrySet().stream()
                                    .map(e -> key(e.getKey()) + " = " + e.getValue() + "\n")
                                    .collect(Collectors.joining()),
                            SettingFile.PLAIN,
                            origins));
        }
        return files;
    }
}
