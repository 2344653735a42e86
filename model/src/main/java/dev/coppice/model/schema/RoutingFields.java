package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Routes, names and address translation. */
final class RoutingFields {

    private RoutingFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.NETWORK);
        routes(table);
        names(table);
        resolvers(table);
        nat(table);
        return table.fields();
    }

    private static void routes(FieldTable table) {
        table.row(
                        "network.interfaces.*.routes",
                        new ListOf("route", List.of("to"), List.of("to", "via"), true),
                        "Routes")
                .doc("Networks that are reached through other routers than the gateway.")
                .debian("A [Route] section of the .network file for each.")
                .example("[{ to: 10.0.0.0/8, via: 192.168.1.1 }]")
                .nixos("networking.interfaces.<name>.ipv4.routes")
                .cloudInit("network.ethernets.<name>.routes")
                .alias("route", "staticRoutes");
        table.row("network.interfaces.*.routes[]", Mapping.plain(), "Route")
                .doc("One network and the router that leads to it.")
                .debian("A [Route] section.")
                .example("{ to: 10.0.0.0/8, via: 192.168.1.1 }");
        table.row("network.interfaces.*.routes[].to", Text.of(Shape.ROUTE_TARGET, "default"), "To")
                .required()
                .doc("The network with its prefix length; default is everything else.")
                .debian("Destination= in the [Route] section.")
                .example("10.0.0.0/8")
                .placeholder("10.0.0.0/8")
                .nixos("networking.interfaces.<name>.ipv4.routes.*.address")
                .cloudInit("network.ethernets.<name>.routes[].to")
                .alias("destination", "network", "address");
        table.row("network.interfaces.*.routes[].via", Text.of(Shape.ADDRESS), "Via")
                .required()
                .doc("The address of the router.")
                .debian("Gateway= in the [Route] section.")
                .example("192.168.1.1")
                .placeholder("192.168.1.1")
                .nixos("networking.interfaces.<name>.ipv4.routes.*.via")
                .cloudInit("network.ethernets.<name>.routes[].via")
                .alias("gateway", "router");
        table.row(
                        "network.interfaces.*.routes[].metric",
                        new Int(0, 4294967295L, DiagnosticCode.OUT_OF_RANGE),
                        "Metric")
                .without("the kernel's own")
                .doc("Which of two ways is taken: that with the smaller number.")
                .debian("Metric= in the [Route] section.")
                .example("100")
                .placeholder("100")
                .cloudInit("network.ethernets.<name>.routes[].metric")
                .alias("priority");
    }

    private static void names(FieldTable table) {
        table.row(
                        "network.hosts",
                        new MapOf(
                                "address",
                                new EntryKey("Address", Shape.ADDRESS, "192.168.1.10", List.of())),
                        "Host names")
                .doc("Names of other machines that no name server knows, by address.")
                .debian("Lines of /etc/hosts.")
                .example("{ 192.168.1.10: [db, db.local] }")
                .nixos("networking.hosts")
                .alias("extraHosts", "etcHosts", "hostsFile");
        table.row("network.hosts.*", ListOf.values("name"), "Names")
                .doc("The names of one address, the usual one first.")
                .debian("A line of /etc/hosts.")
                .example("[db, db.local]");
        table.row("network.hosts.*[]", Text.of(Shape.HOST_NAME), "Name")
                .doc("One name.")
                .debian("A word of the line.")
                .example("db.local")
                .placeholder("db.local");
    }

    private static void resolvers(FieldTable table) {
        table.row("network.nameservers", ListOf.values("name server"), "Name servers")
                .without("those that DHCP brings")
                .doc("Servers that turn names into addresses, for all interfaces.")
                .debian("DNS= in /etc/systemd/resolved.conf.d.")
                .example("[9.9.9.9]")
                .nixos("networking.nameservers")
                .cloudInit("resolv_conf.nameservers")
                .kairos("stages.<stage>[].dns.nameservers")
                .alias("nameserver", "dns", "resolvers");
        table.row(
                        "network.nameservers[]",
                        Text.of(Shape.ADDRESS, "9.9.9.9", "1.1.1.1", "8.8.8.8"),
                        "Name server")
                .doc("The address of one name server.")
                .debian("A word of DNS=.")
                .example("9.9.9.9")
                .placeholder("9.9.9.9");
        table.row("network.searchDomains", ListOf.values("domain"), "Search domains")
                .doc("Domains in which short names are looked up: db becomes db.example.org.")
                .debian("Domains= in /etc/systemd/resolved.conf.d.")
                .example("[example.org]")
                .nixos("networking.search")
                .cloudInit("resolv_conf.searchdomains")
                .kairos("stages.<stage>[].dns.search")
                .alias("search", "domains", "searchDomain", "searchdomains");
        table.row("network.searchDomains[]", Text.of(Shape.HOST_NAME), "Domain")
                .doc("One domain.")
                .debian("A word of Domains=.")
                .example("example.org")
                .placeholder("example.org");
    }

    private static void nat(FieldTable table) {
        table.row("network.nat", Mapping.plain(), "Address translation (NAT)")
                .without("nothing is forwarded between interfaces")
                .doc(
                        "Lets machines on inner networks reach the outside through this one, which"
                                + " makes it a router.")
                .debian("A masquerade rule of nftables; net.ipv4.ip_forward is turned on.")
                .example("{ external: eth0, internal: [eth1] }")
                .nixos("networking.nat")
                .alias("masquerade", "router", "gateway");
        table.row("network.nat.external", Text.of(Shape.INTERFACE, "eth0"), "Outer interface")
                .required()
                .doc("The interface that leads to the outside.")
                .debian("oifname of the masquerade rule.")
                .example("eth0")
                .placeholder("eth0")
                .nixos("networking.nat.externalInterface")
                .alias("externalInterface", "wan", "out");
        table.row("network.nat.internal", ListOf.values("interface"), "Inner interfaces")
                .required()
                .doc("The interfaces whose networks reach the outside through this machine.")
                .debian("iifname of the forward rules.")
                .example("[eth1]")
                .nixos("networking.nat.internalInterfaces")
                .alias("internalInterfaces", "lan", "in");
        table.row("network.nat.internal[]", Text.of(Shape.INTERFACE, "eth1"), "Inner interface")
                .doc("The name of one interface.")
                .debian("An element of a set of nftables.")
                .example("eth1")
                .placeholder("eth1");
        table.row("network.nat.forward", ListOf.values("forwarded port"), "Forwarded ports")
                .doc("Ports of the outside that lead to a machine inside: PORT:ADDRESS:PORT.")
                .debian("A dnat rule of nftables.")
                .example("[\"8080:192.168.1.2:80\"]")
                .nixos("networking.nat.forwardPorts")
                .alias("forwardPorts", "forwards", "portForwards", "dnat");
        table.row("network.nat.forward[]", Text.of(Shape.NAT_FORWARD), "Forwarded port")
                .doc("This machine's port, the address inside, and the port there.")
                .debian("A dnat rule of nftables.")
                .example("\"8080:192.168.1.2:80\"")
                .placeholder("8080:192.168.1.2:80");
    }
}
