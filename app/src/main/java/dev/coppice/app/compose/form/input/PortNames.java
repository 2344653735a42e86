package dev.coppice.app.compose.form.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ports are usual for, after the registry of IANA and common software. */
public final class PortNames {

    private static final Pattern FIRST =
            Pattern.compile("(?:.*:)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/(?:tcp|udp))?");

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(20, "ftp data"),
                    Map.entry(21, "ftp"),
                    Map.entry(22, "ssh"),
                    Map.entry(25, "smtp"),
                    Map.entry(53, "dns"),
                    Map.entry(67, "dhcp"),
                    Map.entry(69, "tftp"),
                    Map.entry(80, "http"),
                    Map.entry(110, "pop3"),
                    Map.entry(111, "rpcbind"),
                    Map.entry(123, "ntp"),
                    Map.entry(139, "netbios"),
                    Map.entry(143, "imap"),
                    Map.entry(161, "snmp"),
                    Map.entry(389, "ldap"),
                    Map.entry(443, "https"),
                    Map.entry(445, "smb"),
                    Map.entry(465, "smtps"),
                    Map.entry(514, "syslog"),
                    Map.entry(587, "submission"),
                    Map.entry(631, "ipp"),
                    Map.entry(636, "ldaps"),
                    Map.entry(853, "dns over tls"),
                    Map.entry(993, "imaps"),
                    Map.entry(995, "pop3s"),
                    Map.entry(1194, "openvpn"),
                    Map.entry(1883, "mqtt"),
                    Map.entry(2049, "nfs"),
                    Map.entry(2222, "ssh, other"),
                    Map.entry(3000, "grafana"),
                    Map.entry(3128, "squid"),
                    Map.entry(3306, "mysql"),
                    Map.entry(3389, "rdp"),
                    Map.entry(5353, "mdns"),
                    Map.entry(5432, "postgresql"),
                    Map.entry(5900, "vnc"),
                    Map.entry(6379, "redis"),
                    Map.entry(6443, "kubernetes"),
                    Map.entry(8000, "http, other"),
                    Map.entry(8080, "http, other"),
                    Map.entry(8443, "https, other"),
                    Map.entry(8472, "flannel"),
                    Map.entry(9090, "prometheus"),
                    Map.entry(9100, "node exporter"),
                    Map.entry(9200, "opensearch"),
                    Map.entry(10250, "kubelet"),
                    Map.entry(11211, "memcached"),
                    Map.entry(27017, "mongodb"),
                    Map.entry(51820, "wireguard"));

    private PortNames() {}

    /**
     * What a port is usual for.
     *
     * @param text a port, a range ({@code 60000-61000}), or something that ends with a port behind
     *     a colon
     */
    public static Optional<String> of(String text) {
        Matcher port = FIRST.matcher(text.strip());
        if (!port.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(port.group(1));
        if (port.group(2) != null) {
            int count = Integer.parseInt(port.group(2)) - first + 1;
            return count > 1 ? Optional.of(count + " ports") : Optional.empty();
        }
        return Optional.ofNullable(NAMES.get(first));
    }

    /** All, for an input that offers ports. */
    static List<Offer> all() {
        return NAMES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Offer(Integer.toString(each.getKey()), each.getValue()))
                .toList();
    }
}
