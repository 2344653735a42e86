package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
import java.util.List;

/** Interfaces and firewall. */
final class NetworkFields {

    private NetworkFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.NETWORK);
        table.row("network", Mapping.plain(), "Network")
                .doc(
                        "How the machine gets its addresses and who may reach it. Without any of"
                            + " it, every wired interface asks for an address by DHCP, and no port"
                            + " is filtered.")
                .debian("Files of systemd-networkd and a rule set of nftables.")
                .example("{ firewall: { allowTcp: [22] } }")
                .nixos("networking")
                .cloudInit("network")
                .alias("networking", "net");
        interfaces(table);
        table.row("network.firewall", Mapping.plain(), "Firewall")
                .without("no port is filtered")
                .doc(
                        "Once this key is there, whatever comes from outside is dropped, but for"
                            + " the ports listed here. Answers to the machine's own requests always"
                            + " pass.")
                .debian("/etc/nftables.conf, loaded at boot.")
                .example("{ allowTcp: [22, 80] }")
                .nixos("networking.firewall")
                .alias("fw", "nftables", "iptables", "ufw");
        ports(table, "network.firewall.allowTcp", "TCP ports", "TCP", "allowedTCPPorts");
        ports(table, "network.firewall.allowUdp", "UDP ports", "UDP", "allowedUDPPorts");
        table.row(
                        "network.firewall.trustedInterfaces",
                        ListOf.values("interface"),
                        "Trusted interfaces")
                .doc("Interfaces from which everything may come in, such as that of a tunnel.")
                .debian("An accept rule of nftables for each.")
                .example("[eth1]")
                .nixos("networking.firewall.trustedInterfaces")
                .alias("trusted", "trustedInterface");
        table.row(
                        "network.firewall.trustedInterfaces[]",
                        Text.of(Shape.INTERFACE, "eth1"),
                        "Interface")
                .doc("The name of one interface, or a pattern.")
                .debian("An iifname rule of nftables.")
                .example("eth1")
                .placeholder("eth1");
        var rows = new ArrayList<>(table.fields());
        rows.addAll(RoutingFields.rows());
        return rows;
    }

    private static void ports(
            FieldTable table, String path, String title, String protocol, String nixos) {
        table.row(path, ListOf.values("port"), title)
                .doc("The " + protocol + " ports, or ranges of ports, that others may reach.")
                .debian("An accept rule of nftables.")
                .example(protocol.equals("TCP") ? "[22, 80]" : "[53, 60000-61000]")
                .nixos("networking.firewall." + nixos)
                .alias(
                        nixos,
                        "allow" + protocol,
                        protocol.toLowerCase(java.util.Locale.ROOT),
                        "allowed" + protocol + "Ports");
        table.row(
                        path + "[]",
                        new Text(
                                Shape.PORT_OR_RANGE,
                                false,
                                true,
                                protocol.equals("TCP")
                                        ? List.of("22", "80", "443")
                                        : List.of("53", "123", "51820")),
                        protocol + " port")
                .doc("One port from 1 to 65535, or a range such as 60000-61000.")
                .debian("An element of an nftables set.")
                .example(protocol.equals("TCP") ? "80" : "53")
                .placeholder(protocol.equals("TCP") ? "80" : "53");
    }

    private static void interfaces(FieldTable table) {
        table.row(
                        "network.interfaces",
                        new MapOf(
                                "interface",
                                new EntryKey(
                                        "Interface",
                                        Shape.INTERFACE,
                                        "eth0",
                                        List.of("eth0", "en*"))),
                        "Interfaces")
                .doc(
                        "The network interfaces by name. The machine of the preview has one, eth0;"
                                + " a pattern such as en* means every interface that it matches.")
                .debian("A .network file in /etc/systemd/network for each.")
                .example("{ eth0: { dhcp: true } }")
                .nixos("networking.interfaces")
                .nixos("systemd.network.networks")
                .cloudInit("network.ethernets")
                .alias("ethernets", "interface", "nics", "links");
        table.row("network.interfaces.*", Mapping.plain(), "Interface")
                .doc("One interface.")
                .debian("One .network file of systemd-networkd.")
                .example("{ dhcp: true }");
        table.row("network.interfaces.*.dhcp", new Bool(), "Automatic (DHCP)")
                .without("true unless addresses are given")
                .doc("Whether the interface asks the network for its address.")
                .debian("DHCP= in the .network file.")
                .example("true")
                .nixos("networking.interfaces.<name>.useDHCP")
                .cloudInit("network.ethernets.<name>.dhcp4")
                .alias("dhcp4", "useDHCP", "auto");
        table.row("network.interfaces.*.addresses", ListOf.values("address"), "Addresses")
                .doc("Fixed addresses of the interface, each with the length of its network part.")
                .debian("Address= in the .network file.")
                .example("[192.168.1.10/24]")
                .nixos("networking.interfaces.<name>.ipv4.addresses")
                .cloudInit("network.ethernets.<name>.addresses")
                .alias("address", "ip", "ipv4", "static");
        table.row("network.interfaces.*.addresses[]", Text.of(Shape.CIDR), "Address")
                .doc("One address with its prefix length.")
                .debian("An Address= line.")
                .example("192.168.1.10/24")
                .placeholder("192.168.1.10/24");
        reach(table);
    }

    private static void reach(FieldTable table) {
        table.row("network.interfaces.*.gateway", Text.of(Shape.ADDRESS), "Gateway")
                .without("no default route, or the one that DHCP brings")
                .doc("The router through which the machine reaches everything else.")
                .debian("Gateway= in the .network file.")
                .example("192.168.1.1")
                .placeholder("192.168.1.1")
                .nixos("networking.defaultGateway")
                .cloudInit("network.ethernets.<name>.gateway4")
                .alias("gateway4", "gateway6", "defaultGateway", "router", "via");
        table.row("network.interfaces.*.dns", ListOf.values("name server"), "Name servers")
                .doc("Servers that turn names into addresses.")
                .debian("DNS= in the .network file.")
                .example("[9.9.9.9]")
                .nixos("networking.nameservers")
                .cloudInit("network.ethernets.<name>.nameservers.addresses")
                .alias("nameservers", "nameserver", "resolvers");
        table.row("network.interfaces.*.dns[]", Text.of(Shape.ADDRESS), "Name server")
                .doc("The address of one name server.")
                .debian("A DNS= line.")
                .example("9.9.9.9")
                .placeholder("9.9.9.9");
        table.row(
                        "network.interfaces.*.mtu",
                        new Int(68, 65535, DiagnosticCode.OUT_OF_RANGE),
                        "MTU")
                .without("the interface's own, 1500 as a rule")
                .doc("The largest packet in bytes. Tunnels often need a smaller one than 1500.")
                .debian("MTUBytes= in the .network file.")
                .example("1400")
                .placeholder("1500")
                .nixos("networking.interfaces.<name>.mtu")
                .cloudInit("network.ethernets.<name>.mtu")
                .alias("mtuBytes");
    }
}
