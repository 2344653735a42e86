package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** Kernel modules and variables: modules-load.d(5), sysctl.d(5). */
final class KernelFiles {

    private static final String FORWARDING = "net.ipv4.ip_forward";

    private KernelFiles() {}

    static void write(ConfigSite site) {
        SystemSpec spec = site.spec();
        if (!spec.kernel().modules().isEmpty()) {
            site.tree()
                    .text(
                            "/etc/modules-load.d/coppice.conf",
                            String.join("\n", spec.kernel().modules()) + "\n");
        }
        TreeMap<String, String> sysctl = new TreeMap<>(spec.kernel().sysctl());
        if (spec.network().nat().isPresent()) {
            sysctl.putIfAbsent(FORWARDING, "1");
        }
        if (!sysctl.isEmpty()) {
            site.tree()
                    .text(
                            "/etc/sysctl.d/90-coppice.conf",
                            sysctl.entrySet().stream()
                                    .map(e -> e.getKey() + " = " + e.getValue() + "\n")
                                    .collect(Collectors.joining()));
        }
    }
}
