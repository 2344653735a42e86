package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * Network settings.
 *
 * @param interfaces in the order of the file; without any, every Ethernet interface uses DHCP
 * @param firewall absent: no packet filter
 */
public record Network(List<Interface> interfaces, Optional<Firewall> firewall) {

    public Network {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * One interface.
     *
     * @param name kernel name or glob, {@code eth0}, {@code en*}
     * @param dhcp whether addresses come from DHCP
     * @param addresses static addresses in CIDR form
     * @param gateway default route
     * @param dns name servers
     */
    public record Interface(
            String name,
            boolean dhcp,
            List<String> addresses,
            Optional<String> gateway,
            List<String> dns) {

        public Interface {
            addresses = List.copyOf(addresses);
            dns = List.copyOf(dns);
        }
    }

    /**
     * Ports that strangers may reach; all else inbound is dropped, replies and loopback excepted.
     */
    public record Firewall(List<Integer> allowTcp, List<Integer> allowUdp) {

        public Firewall {
            allowTcp = List.copyOf(allowTcp);
            allowUdp = List.copyOf(allowUdp);
        }
    }
}
