package dev.coppice.model.spec;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Network settings.
 *
 * @param interfaces in the order of the file; without any, every Ethernet interface uses DHCP
 * @param firewall absent: no packet filter
 * @param hosts names of addresses, for hosts(5)
 * @param nameservers name servers for all interfaces
 * @param searchDomains domains in which short names are looked up
 * @param nat absent: nothing is forwarded between interfaces
 */
public record Network(
        List<Interface> interfaces,
        Optional<Firewall> firewall,
        SortedMap<String, List<String>> hosts,
        List<String> nameservers,
        List<String> searchDomains,
        Optional<Nat> nat) {

    public Network {
        interfaces = List.copyOf(interfaces);
        var copy = new TreeMap<String, List<String>>();
        hosts.forEach((address, names) -> copy.put(address, List.copyOf(names)));
        hosts = Collections.unmodifiableSortedMap(copy);
        nameservers = List.copyOf(nameservers);
        searchDomains = List.copyOf(searchDomains);
    }

    /** DHCP everywhere, nothing filtered. */
    public static Network plain() {
        return new Network(
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * One interface.
     *
     * @param name kernel name or glob, {@code eth0}, {@code en*}
     * @param dhcp whether addresses come from DHCP
     * @param addresses static addresses in CIDR form
     * @param gateway default route
     * @param dns name servers
     * @param routes static routes
     * @param mtu largest packet in bytes
     */
    public record Interface(
            String name,
            boolean dhcp,
            List<String> addresses,
            Optional<String> gateway,
            List<String> dns,
            List<Route> routes,
            Optional<Integer> mtu) {

        public Interface {
            addresses = List.copyOf(addresses);
            dns = List.copyOf(dns);
            routes = List.copyOf(routes);
        }
    }

    /**
     * A static route.
     *
     * @param to a network in CIDR form, or {@code default}
     * @param via the router's address
     * @param metric its rank, lower wins, 0 to 4294967295
     */
    public record Route(String to, String via, Optional<Long> metric) {}

    /**
     * Ports that strangers may reach; all else inbound is dropped, replies and loopback excepted.
     *
     * @param trustedInterfaces interfaces that are not filtered
     */
    public record Firewall(
            List<PortRange> allowTcp, List<PortRange> allowUdp, List<String> trustedInterfaces) {

        public Firewall {
            allowTcp = List.copyOf(allowTcp);
            allowUdp = List.copyOf(allowUdp);
            trustedInterfaces = List.copyOf(trustedInterfaces);
        }
    }

    /** Ports from the first to the last, both included; a single port when they are the same. */
    public record PortRange(int from, int to) {

        /** Whether a port is among them. */
        public boolean has(int port) {
            return from <= port && port <= to;
        }

        /** What nftables and people write: {@code 80} or {@code 60000-61000}. */
        @Override
        public String toString() {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }

    /**
     * Address translation for networks behind this machine.
     *
     * @param external the interface to the outside
     * @param internal the interfaces whose machines reach the outside through this one
     * @param forward ports of the outside that lead to machines inside
     */
    public record Nat(String external, List<String> internal, List<PortForward> forward) {

        public Nat {
            internal = List.copyOf(internal);
            forward = List.copyOf(forward);
        }
    }

    /** TCP {@code port} from outside leads to {@code address:targetPort} inside. */
    public record PortForward(int port, String address, int targetPort) {

        @Override
        public String toString() {
            return port + ":" + address + ":" + targetPort;
        }
    }
}
