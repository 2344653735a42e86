package dev.coppice.model.linux;

import dev.coppice.model.spec.Network;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The packet filter and the address translation as nftables reads them, nft(8). Only tables of our
 * own are replaced: others, such as those of containers, stay when the rules are loaded again.
 * Pure.
 */
public final class FirewallRules {

    private FirewallRules() {}

    /** Empty when nothing is filtered or translated. */
    public static String of(Network network) {
        if (network.firewall().isEmpty() && network.nat().isEmpty()) {
            return "";
        }
        return "#!/usr/sbin/nft -f\n"
                + network.firewall().map(FirewallRules::filter).orElse("")
                + network.nat().map(FirewallRules::translation).orElse("");
    }

    /** Drops what comes in, but replies, loopback, ICMP and what the spec allows. */
    private static String filter(Network.Firewall firewall) {
        return """
        table inet coppice
        delete table inet coppice
        table inet coppice {
            chain input {
                type filter hook input priority filter; policy drop;
                iif "lo" accept
                ct state established,related accept
                ct state invalid drop
                meta l4proto { icmp, ipv6-icmp } accept
                udp dport 546 udp sport 547 accept
        %s%s%s    }
        }
        """
                .formatted(
                        trusted(firewall.trustedInterfaces()),
                        ports("tcp", firewall.allowTcp()),
                        ports("udp", firewall.allowUdp()));
    }

    private static String trusted(List<String> interfaces) {
        return interfaces.isEmpty() ? "" : "        iifname " + names(interfaces) + " accept\n";
    }

    private static String names(List<String> interfaces) {
        return interfaces.stream()
                .sorted()
                .distinct()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String ports(String protocol, List<Network.PortRange> ports) {
        if (ports.isEmpty()) {
            return "";
        }
        String list =
                merged(ports).stream()
                        .map(Network.PortRange::toString)
                        .collect(Collectors.joining(", "));
        return "        " + protocol + " dport { " + list + " } accept\n";
    }

    /** Sorted, and no two with a common port: nft refuses those. */
    private static List<Network.PortRange> merged(List<Network.PortRange> ports) {
        Deque<Network.PortRange> result = new ArrayDeque<>();
        ports.stream()
                .sorted(Comparator.comparingInt(Network.PortRange::from))
                .forEach(
                        next -> {
                            Network.PortRange last = result.peekLast();
                            if (last != null && next.from() <= last.to()) {
                                result.removeLast();
                                int end = Math.max(last.to(), next.to());
                                result.addLast(new Network.PortRange(last.from(), end));
                            } else {
                                result.addLast(next);
                            }
                        });
        return List.copyOf(result);
    }

    private static String translation(Network.Nat nat) {
        return """
        table ip coppice_nat
        delete table ip coppice_nat
        table ip coppice_nat {
            chain prerouting {
                type nat hook prerouting priority dstnat;
        %s    }
            chain postrouting {
                type nat hook postrouting priority srcnat;
        %s    }
        }
        """
                .formatted(forwards(nat), masquerade(nat));
    }

    private static String forwards(Network.Nat nat) {
        return nat.forward().stream()
                .map(
                        forward ->
                                "        iifname \"%s\" tcp dport %d dnat to %s:%d\n"
                                        .formatted(
                                                nat.external(),
                                                forward.port(),
                                                forward.address(),
                                                forward.targetPort()))
                .collect(Collectors.joining());
    }

    private static String masquerade(Network.Nat nat) {
        return nat.internal().isEmpty()
                ? ""
                : "        iifname "
                        + names(nat.internal())
                        + " oifname \""
                        + nat.external()
                        + "\" masquerade\n";
    }
}
