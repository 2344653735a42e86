package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Files of systemd-networkd (systemd.network(5)) and of nftables. Pure. */
final class NetworkFiles {

    private NetworkFiles() {}

    /** Without any interface in the spec: DHCP on every Ethernet interface. */
    static String everyInterface() {
        return """
        [Match]
        Name=en* eth*

        [Network]
        DHCP=yes
        """;
    }

    static String interfaceFile(Network.Interface network) {
        StringBuilder text = new StringBuilder();
        text.append("[Match]\nName=").append(network.name()).append("\n\n[Network]\n");
        text.append("DHCP=").append(network.dhcp() ? "yes" : "no").append('\n');
        network.addresses().forEach(a -> text.append("Address=").append(a).append('\n'));
        network.gateway().ifPresent(g -> text.append("Gateway=").append(g).append('\n'));
        network.dns().forEach(d -> text.append("DNS=").append(d).append('\n'));
        return text.toString();
    }

    /** Drops what comes in, but replies, loopback, ICMP and what the spec allows. */
    static String firewall(Network.Firewall firewall) {
        return """
        #!/usr/sbin/nft -f
        flush ruleset

        table inet coppice {
            chain input {
                type filter hook input priority filter; policy drop;
                iif "lo" accept
                ct state established,related accept
                ct state invalid drop
                meta l4proto { icmp, ipv6-icmp } accept
                udp dport 546 udp sport 547 accept
        %s%s    }
        }
        """
                .formatted(ports("tcp", firewall.allowTcp()), ports("udp", firewall.allowUdp()));
    }

    private static String ports(String protocol, List<Network.PortRange> ports) {
        if (ports.isEmpty()) {
            return "";
        }
        String list =
                ports.stream()
                        .sorted(Comparator.comparingInt(Network.PortRange::from))
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return "        " + protocol + " dport { " + list + " } accept\n";
    }
}
