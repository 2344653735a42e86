package dev.coppice.model.linux;

import java.util.Map;
import java.util.Set;

/** Which services read a file of settings, as far as names tell. */
public final class FileReaders {

    private static final String SERVICE = ".service";

    /** Where the names of services and of their files differ; a folder ends with a slash. */
    private static final Map<String, Set<String>> OTHERS =
            Map.ofEntries(
                    Map.entry("/etc/avahi/", Set.of("avahi-daemon")),
                    Map.entry("/etc/bind/", Set.of("named", "bind9")),
                    Map.entry("/etc/dhcp/", Set.of("isc-dhcp-server")),
                    Map.entry("/etc/exports", Set.of("nfs-server", "nfs-kernel-server")),
                    Map.entry("/etc/exports.d/", Set.of("nfs-server", "nfs-kernel-server")),
                    Map.entry("/etc/grafana/", Set.of("grafana-server")),
                    Map.entry(
                            "/etc/kea/",
                            Set.of("kea-dhcp4-server", "kea-dhcp6-server", "kea-ctrl-agent")),
                    Map.entry("/etc/ldap/", Set.of("slapd")),
                    Map.entry("/etc/mysql/", Set.of("mariadb", "mysql")),
                    Map.entry("/etc/prometheus/", Set.of("prometheus", "prometheus-alertmanager")),
                    Map.entry("/etc/rancher/k3s/", Set.of("k3s", "k3s-agent")),
                    Map.entry("/etc/redis/", Set.of("redis-server")),
                    Map.entry("/etc/samba/", Set.of("smbd", "nmbd", "winbind", "samba-ad-dc")),
                    Map.entry("/etc/snmp/", Set.of("snmpd")));

    private FileReaders() {}

    /** Whether a service must start anew when a file changes. */
    public static boolean reads(String unit, String path) {
        if (!unit.endsWith(SERVICE)) {
            return false;
        }
        String name = unit.substring(0, unit.length() - SERVICE.length());
        // An instance, such as postgresql@15-main, reads the folder of them all.
        return path.startsWith("/etc/" + name.replaceFirst("@.*", "") + "/")
                || path.startsWith("/etc/" + name + ".d/")
                || path.equals("/etc/" + name + ".conf")
                || path.equals("/etc/default/" + name)
                || path.equals(UnitFiles.FOLDER + unit)
                || path.startsWith(UnitFiles.FOLDER + unit + ".d/")
                || OTHERS.entrySet().stream()
                        .filter(each -> each.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .anyMatch(
                                file ->
                                        file.endsWith("/")
                                                ? path.startsWith(file)
                                                : path.equals(file));
    }
}
