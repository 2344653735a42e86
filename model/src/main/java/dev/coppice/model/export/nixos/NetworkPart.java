package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.Network.PortRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Interfaces, names, packet filter, address translation. */
final class NetworkPart {

    private final NixConfig config;
    private final NixConfig.Part part;

    NetworkPart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.NETWORK);
    }

    void write() {
        Network network = config.spec().network();
        if (!network.interfaces().isEmpty()) {
            interfaces(network.interfaces());
        }
        network.hosts()
                .forEach(
                        (address, names) ->
                                part.set(
                                        List.of("networking", "hosts", address),
                                        NixValue.texts(names),
                                        config.written("network", "hosts", address)));
        if (!network.nameservers().isEmpty()) {
            part.set(
                    "networking.nameservers",
                    NixValue.texts(network.nameservers()),
                    config.written("network", "nameservers"));
        }
        if (!network.searchDomains().isEmpty()) {
            part.set(
                    "networking.search",
                    NixValue.texts(network.searchDomains()),
                    config.written("network", "searchDomains"));
        }
        network.firewall().ifPresentOrElse(this::firewall, this::noFirewall);
        network.nat().ifPresent(this::nat);
    }

    private void interfaces(List<Network.Interface> interfaces) {
        part.because(
                "The interfaces are systemd-networkd's, as they are on Debian.",
                "networking.useNetworkd",
                of(true));
        part.because(
                "Only the interfaces below ask for an address.", "networking.useDHCP", of(false));
        if (interfaces.stream().anyMatch(each -> each.name().matches("(eth|wlan)[0-9*].*"))) {
            part.because(
                    "The kernel's own names of interfaces: eth0, not enp1s0.",
                    "networking.usePredictableInterfaceNames",
                    of(false));
        }
        for (Network.Interface each : interfaces) {
            networkd(each);
        }
    }

    private void networkd(Network.Interface each) {
        YamlPath path = YamlPath.of("network", "interfaces", each.name());
        set(each, path, "matchConfig", NixValue.attrs().with("Name", of(each.name())));
        if (each.dhcp()) {
            set(each, path.key("dhcp"), "DHCP", of("yes"));
        } else if (config.isWritten(path.key("dhcp"))) {
            set(each, path.key("dhcp"), "DHCP", of("no"));
        }
        if (!each.addresses().isEmpty()) {
            set(each, path.key("addresses"), "address", NixValue.texts(each.addresses()));
        }
        each.gateway()
                .ifPresent(
                        via -> set(each, path.key("gateway"), "gateway", NixValue.list(of(via))));
        if (!each.dns().isEmpty()) {
            set(each, path.key("dns"), "dns", NixValue.texts(each.dns()));
        }
        for (int i = 0; i < each.routes().size(); i++) {
            set(
                    each,
                    path.key("routes").index(i),
                    "routes",
                    NixValue.list(route(each.routes().get(i))));
        }
        each.mtu()
                .ifPresent(
                        mtu ->
                                set(
                                        each,
                                        path.key("mtu"),
                                        "linkConfig",
                                        NixValue.attrs()
                                                .with("MTUBytes", of(Integer.toString(mtu)))));
    }

    private void set(Network.Interface each, YamlPath origin, String option, NixValue value) {
        part.set(
                List.of("systemd", "network", "networks", "10-" + each.name(), option),
                value,
                List.of(origin));
    }

    private static Attrs route(Network.Route route) {
        Attrs attrs = NixValue.attrs();
        if (!route.to().equals("default")) {
            attrs = attrs.with("Destination", of(route.to()));
        }
        attrs = attrs.with("Gateway", of(route.via()));
        return route.metric().isPresent() ? attrs.with("Metric", of(route.metric().get())) : attrs;
    }

    private void noFirewall() {
        part.because(
                "NixOS has a packet filter unless it is told otherwise; the spec asks for none.",
                "networking.firewall.enable",
                of(false));
    }

    private void firewall(Network.Firewall firewall) {
        part.set("networking.nftables.enable", of(true), List.of());
        part.set(
                "networking.firewall.enable",
                of(true),
                List.of(YamlPath.of("network", "firewall")));
        ports("allowedTCP", firewall.allowTcp(), YamlPath.of("network", "firewall", "allowTcp"));
        ports("allowedUDP", firewall.allowUdp(), YamlPath.of("network", "firewall", "allowUdp"));
        if (!firewall.trustedInterfaces().isEmpty()) {
            part.set(
                    "networking.firewall.trustedInterfaces",
                    NixValue.texts(firewall.trustedInterfaces()),
                    config.written("network", "firewall", "trustedInterfaces"));
        }
    }

    private void ports(String option, List<PortRange> ports, YamlPath path) {
        for (int i = 0; i < ports.size(); i++) {
            PortRange range = ports.get(i);
            boolean single = range.from() == range.to();
            part.add(
                    "networking.firewall." + option + (single ? "Ports" : "PortRanges"),
                    single
                            ? of(range.from())
                            : NixValue.attrs()
                                    .with("from", of(range.from()))
                                    .with("to", of(range.to())),
                    List.of(path.index(i)));
        }
    }

    private void nat(Network.Nat nat) {
        YamlPath path = YamlPath.of("network", "nat");
        part.set("networking.nat.enable", of(true), List.of(path));
        part.set(
                "networking.nat.externalInterface",
                of(nat.external()),
                List.of(path.key("external")));
        part.set(
                "networking.nat.internalInterfaces",
                NixValue.texts(nat.internal()),
                config.written("network", "nat", "internal"));
        for (int i = 0; i < nat.forward().size(); i++) {
            Network.PortForward forward = nat.forward().get(i);
            part.add(
                    "networking.nat.forwardPorts",
                    NixValue.attrs()
                            .with("sourcePort", of(forward.port()))
                            .with("proto", of("tcp"))
                            .with(
                                    "destination",
                                    of(destination(forward.address(), forward.targetPort()))),
                    List.of(path.key("forward").index(i)));
        }
    }

    private static String destination(String address, int port) {
        return Optional.of(address)
                        .filter(it -> it.contains(":"))
                        .map(it -> "[" + it + "]")
                        .orElse(address)
                + ":"
                + port;
    }
}
