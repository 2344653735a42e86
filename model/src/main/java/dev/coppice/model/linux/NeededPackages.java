package dev.coppice.model.linux;

import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Debian packages that a spec needs: those that it names and those that its settings rely on. */
public final class NeededPackages {

    /**
     * Podman and what it recommends but cannot do without: a runtime, the network with its name
     * server, the tools that the network sets up its rules with (iptables in bookworm, nft in
     * trixie), and the certificates of registries.
     */
    private static final List<String> CONTAINERS =
            List.of(
                    "podman",
                    "crun",
                    "netavark",
                    "aardvark-dns",
                    "iptables",
                    "nftables",
                    "ca-certificates");

    private final SortedMap<String, List<YamlPath>> wanted = new TreeMap<>();

    private NeededPackages() {}

    /** The packages by name, with what asks for each. */
    public static SortedMap<String, List<YamlPath>> of(SystemSpec spec) {
        var needed = new NeededPackages();
        List<String> named = spec.software().packages();
        for (int i = 0; i < named.size(); i++) {
            needed.add(YamlPath.of("packages", i), named.get(i));
        }
        needed.settings(spec);
        return needed.wanted;
    }

    private void settings(SystemSpec spec) {
        if (!RegionFiles.locales(spec.region()).isEmpty()) {
            add(YamlPath.of("locale"), "locales");
            add(YamlPath.of("locales"), "locales");
            add(YamlPath.of("localeSettings"), "locales");
        }
        if (ConsoleFiles.needed(spec.region())) {
            for (String name : List.of("console-setup", "kbd", "keyboard-configuration")) {
                add(YamlPath.of("keyboard"), name);
                add(YamlPath.of("console"), name);
            }
        }
        if (spec.region().ntp().filter(Region.Ntp::enabled).isPresent()) {
            add(YamlPath.of("ntp"), "systemd-timesyncd");
        }
        if (!spec.accounts().sudo().isEmpty()) {
            add(YamlPath.of("sudo"), "sudo");
        }
        for (int i = 0; i < spec.software().repositories().size(); i++) {
            if (spec.software().repositories().get(i).url().startsWith("https:")) {
                add(YamlPath.of("repositories", i, "url"), "ca-certificates");
            }
        }
        if (!spec.sshd().isEmpty()) {
            add(YamlPath.of("sshd"), "openssh-server");
        }
        if (spec.network().firewall().isPresent()) {
            add(YamlPath.of("network", "firewall"), "nftables");
        }
        if (spec.network().nat().isPresent()) {
            add(YamlPath.of("network", "nat"), "nftables");
        }
        if (!spec.containers().isEmpty()) {
            CONTAINERS.forEach(name -> add(YamlPath.of("containers"), name));
        }
        for (int i = 0; i < spec.storage().disks().size(); i++) {
            String filesystem = spec.storage().disks().get(i).filesystem();
            add(YamlPath.of("storage", "disks", i, "filesystem"), tools(filesystem));
        }
    }

    private void add(YamlPath origin, String name) {
        wanted.computeIfAbsent(name, n -> new ArrayList<>()).add(origin);
    }

    /** The package with {@code mkfs.FILESYSTEM}. */
    private static String tools(String filesystem) {
        return switch (filesystem) {
            case "xfs" -> "xfsprogs";
            case "btrfs" -> "btrfs-progs";
            case "vfat" -> "dosfstools";
            default -> "e2fsprogs";
        };
    }
}
