package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.spec.Network;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Addresses are addresses, and gateways can be reached. */
final class NetworkRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields interfaces = context.root().record("network").record("interfaces");
        for (String name : interfaces.entries().keySet()) {
            one(interfaces.record(name), findings);
        }
        Bound.Fields firewall = context.root().record("network").record("firewall");
        firewall.texts("allowTcp").forEach(ports -> ports(ports, findings));
        firewall.texts("allowUdp").forEach(ports -> ports(ports, findings));
    }

    private static void ports(Bound.Value<String> written, Consumer<Finding> findings) {
        Network.PortRange ports = Quantities.ports(written.value());
        if (ports.from() > ports.to()) {
            findings.accept(
                    Finding.at(
                            written.path(),
                            DiagnosticCode.BAD_PORT,
                            "the range `" + written.value() + "` ends before it begins",
                            "Write the smaller port first.",
                            Fixes.set(written.path(), ports.to() + "-" + ports.from())));
        }
    }

    private record Subnet(IpAddress address, int prefix) {}

    private static void one(Bound.Fields face, Consumer<Finding> findings) {
        var subnets = new ArrayList<Subnet>();
        for (Bound.Value<String> cidr : face.texts("addresses")) {
            Optional<Subnet> subnet = subnet(cidr.value());
            subnet.ifPresentOrElse(subnets::add, () -> findings.accept(badCidr(cidr)));
        }
        face.texts("dns").stream()
                .filter(dns -> IpAddress.parse(dns.value()).isEmpty())
                .forEach(dns -> findings.accept(badAddress(dns)));
        boolean known = face.whole("addresses") && subnets.size() == face.texts("addresses").size();
        face.text("gateway").ifPresent(gateway -> gateway(gateway, subnets, known, findings));
        boolean dhcpOff = face.flag("dhcp").filter(dhcp -> !dhcp.value()).isPresent();
        if (dhcpOff && face.whole("addresses") && face.texts("addresses").isEmpty()) {
            findings.accept(
                    Finding.atKey(
                            face.path().key("dhcp"),
                            DiagnosticCode.NO_ADDRESS,
                            "this interface gets no address",
                            "Add `addresses`, or set `dhcp: true`.",
                            Fixes.set(face.path().key("dhcp"), new YamlValue.Bool(true))));
        }
    }

    private static Optional<Subnet> subnet(String cidr) {
        int slash = cidr.indexOf('/');
        int prefix = Integer.parseInt(cidr.substring(slash + 1));
        return IpAddress.parse(cidr.substring(0, slash))
                .filter(address -> prefix <= address.bits())
                .map(address -> new Subnet(address, prefix));
    }

    private static Finding badCidr(Bound.Value<String> cidr) {
        return Finding.at(
                cidr.path(),
                DiagnosticCode.BAD_CIDR,
                "`" + cidr.value() + "` is not " + Shape.CIDR.noun(),
                Shape.CIDR.help());
    }

    private static Finding badAddress(Bound.Value<String> address) {
        return Finding.at(
                address.path(),
                DiagnosticCode.BAD_ADDRESS,
                "`" + address.value() + "` is not " + Shape.ADDRESS.noun(),
                Shape.ADDRESS.help());
    }

    private static void gateway(
            Bound.Value<String> gateway,
            List<Subnet> subnets,
            boolean known,
            Consumer<Finding> findings) {
        Optional<IpAddress> address = IpAddress.parse(gateway.value());
        if (address.isEmpty()) {
            findings.accept(badAddress(gateway));
            return;
        }
        boolean reached =
                !known
                        || subnets.isEmpty()
                        || subnets.stream()
                                .anyMatch(s -> s.address().sameNetwork(address.get(), s.prefix()));
        if (!reached) {
            findings.accept(
                    Finding.at(
                            gateway.path(),
                            DiagnosticCode.UNREACHABLE_GATEWAY,
                            "the gateway `"
                                    + gateway.value()
                                    + "` is in none of the networks of"
                                    + " the addresses",
                            "Check the gateway and the number behind the slash."));
        }
    }
}
