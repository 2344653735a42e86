package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Interfaces, routes, names and address translation fit together. */
final class RoutingRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields network = context.root().record("network");
        addresses(network.record("interfaces"), findings);
        for (Bound.Value<String> server : network.texts("nameservers")) {
            if (IpAddress.parse(server.value()).isEmpty()) {
                findings.accept(badAddress(server.path(), server.value(), false));
            }
        }
        hosts(context, network.record("hosts"), findings);
        nat(network, findings);
        interfaces(context, network, findings);
    }

    private static Finding badAddress(YamlPath path, String value, boolean key) {
        String message = "`" + value + "` is not " + Shape.ADDRESS.noun();
        String help = Shape.ADDRESS.help();
        return key
                ? Finding.atKey(path, DiagnosticCode.BAD_ADDRESS, message, help)
                : Finding.at(path, DiagnosticCode.BAD_ADDRESS, message, help);
    }

    private static void addresses(Bound.Fields interfaces, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        for (String name : interfaces.entries().keySet()) {
            Bound.Fields face = interfaces.record(name);
            for (Bound.Value<String> cidr : face.texts("addresses")) {
                int slash = cidr.value().indexOf('/');
                String text = cidr.value().substring(0, slash);
                Optional<IpAddress> address = IpAddress.parse(text);
                int prefix = Integer.parseInt(cidr.value().substring(slash + 1));
                if (address.isEmpty() || prefix > address.get().bits()) {
                    continue;
                }
                String before = taken.putIfAbsent(address.get().text(), name);
                if (before != null && !before.equals(name)) {
                    findings.accept(
                            Finding.at(
                                    cidr.path(),
                                    DiagnosticCode.DUPLICATE_ADDRESS,
                                    "the interface `" + before + "` has the address " + text,
                                    "Give each interface an address of its own."));
                }
                networkAddress(cidr, address.get(), prefix, findings);
            }
            face.records("routes").forEach(route -> route(route, face, findings));
        }
    }

    private static void networkAddress(
            Bound.Value<String> cidr, IpAddress address, int prefix, Consumer<Finding> findings) {
        boolean four = address.bits() == 32 && prefix < 31;
        boolean network = four && address.network(prefix).equals(address);
        boolean broadcast = four && address.isBroadcast(prefix);
        if (network || broadcast) {
            findings.accept(
                    Finding.at(
                            cidr.path(),
                            DiagnosticCode.NETWORK_ADDRESS,
                            "`"
                                    + cidr.value()
                                    + "` is the "
                                    + (network ? "network itself" : "address for all of a network")
                                    + ", not the address of a machine",
                            "Write an address inside the network, such as "
                                    + address.network(prefix).next().text()
                                    + "/"
                                    + prefix
                                    + "."));
        }
    }

    private static void route(Bound.Fields route, Bound.Fields face, Consumer<Finding> findings) {
        Optional<IpAddress> via =
                route.text("via").flatMap(address -> IpAddress.parse(address.value()));
        route.text("via")
                .filter(address -> via.isEmpty())
                .ifPresent(a -> findings.accept(badAddress(a.path(), a.value(), false)));
        route.text("to")
                .filter(to -> to.value().contains("/"))
                .ifPresent(to -> target(to, findings));
        List<Bound.Value<String>> addresses = face.texts("addresses");
        if (via.isPresent() && face.whole("addresses") && !addresses.isEmpty()) {
            boolean reached =
                    addresses.stream().anyMatch(cidr -> sameNetwork(cidr.value(), via.get()));
            boolean dhcp = face.flag("dhcp").filter(Bound.Value::value).isPresent();
            if (!reached && !dhcp) {
                findings.accept(
                        Finding.at(
                                route.path().key("via"),
                                DiagnosticCode.UNREACHABLE_GATEWAY,
                                "the gateway `"
                                        + via.get().text()
                                        + "` is in none of the networks of the addresses",
                                "Check the gateway and the number behind the slash."));
            }
        }
    }

    private static boolean sameNetwork(String cidr, IpAddress other) {
        int slash = cidr.indexOf('/');
        int prefix = Integer.parseInt(cidr.substring(slash + 1));
        return IpAddress.parse(cidr.substring(0, slash))
                .filter(a -> prefix > a.bits() || a.sameNetwork(other, prefix))
                .isPresent();
    }

    private static void target(Bound.Value<String> to, Consumer<Finding> findings) {
        int slash = to.value().indexOf('/');
        int prefix = Integer.parseInt(to.value().substring(slash + 1));
        Optional<IpAddress> address = IpAddress.parse(to.value().substring(0, slash));
        if (address.isEmpty() || prefix > address.get().bits()) {
            findings.accept(
                    Finding.at(
                            to.path(),
                            DiagnosticCode.BAD_ROUTE,
                            "`" + to.value() + "` is not a network with its prefix length",
                            Shape.ROUTE_TARGET.help()));
            return;
        }
        IpAddress network = address.get().network(prefix);
        if (!network.equals(address.get())) {
            String better = network.text() + "/" + prefix;
            findings.accept(
                    Finding.at(
                            to.path(),
                            DiagnosticCode.HOST_BITS,
                            "`"
                                    + to.value()
                                    + "` is an address inside the network `"
                                    + better
                                    + "`",
                            "Write the network: " + better + ".",
                            Fixes.set(to.path(), better)));
        }
    }

    private static void hosts(RuleContext context, Bound.Fields hosts, Consumer<Finding> findings) {
        String own =
                context.root()
                        .text("hostname")
                        .or(() -> context.root().text("name"))
                        .map(Bound.Value::value)
                        .orElse("");
        Map<String, String> addresses = new HashMap<>();
        for (String address : hosts.entries().keySet()) {
            if (IpAddress.parse(address).isEmpty()) {
                findings.accept(badAddress(hosts.path().key(address), address, true));
                continue;
            }
            boolean six = address.contains(":");
            for (Bound.Value<String> name : hosts.texts(address)) {
                boolean loopback = address.startsWith("127.") || address.equals("::1");
                if (name.value().equals(own) && !loopback) {
                    findings.accept(
                            Finding.at(
                                    name.path(),
                                    DiagnosticCode.OWN_HOST_NAME,
                                    "this is the machine's own name; here it leads to " + address,
                                    "Remove it, unless the machine always has this address.",
                                    Fixes.remove(name.path())));
                }
                String before = addresses.putIfAbsent(six + name.value(), address);
                if (before != null && !before.equals(address)) {
                    findings.accept(
                            Finding.at(
                                    name.path(),
                                    DiagnosticCode.REPEATED_HOST,
                                    "`" + name.value() + "` stands at " + before + " already",
                                    "Only the first address counts: remove one.",
                                    Fixes.remove(name.path())));
                }
            }
        }
    }

    private static void nat(Bound.Fields network, Consumer<Finding> findings) {
        Bound.Fields nat = network.record("nat");
        Optional<Bound.Value<String>> external = nat.text("external");
        for (Bound.Value<String> internal : nat.texts("internal")) {
            if (external.filter(e -> e.value().equals(internal.value())).isPresent()) {
                findings.accept(
                        Finding.at(
                                internal.path(),
                                DiagnosticCode.NAT_LOOP,
                                "`" + internal.value() + "` is the outer interface already",
                                "Name the interface of the inner network.",
                                Fixes.remove(internal.path())));
            }
        }
        for (Bound.Value<String> forward : nat.texts("forward")) {
            String inner = forward.value().split(":")[1];
            if (IpAddress.parse(inner).isEmpty()) {
                findings.accept(badAddress(forward.path(), inner, false));
            }
        }
    }

    private static void interfaces(
            RuleContext context, Bound.Fields network, Consumer<Finding> findings) {
        Bound.Fields faces = network.record("interfaces");
        Set<String> setUp = new HashSet<>(faces.entries().keySet());
        var named = new ArrayList<Bound.Value<String>>();
        network.record("nat").text("external").ifPresent(named::add);
        named.addAll(network.record("nat").texts("internal"));
        named.addAll(network.record("firewall").texts("trustedInterfaces"));
        if (!setUp.isEmpty() && network.whole("interfaces")) {
            for (Bound.Value<String> face : named) {
                if (setUp.stream().noneMatch(pattern -> covers(pattern, face.value()))
                        && isCard(face.value())) {
                    findings.accept(unknown(face, faces));
                }
            }
        }
        nics(context, setUp, named, findings);
    }

    private static Finding unknown(Bound.Value<String> face, Bound.Fields faces) {
        var entry = new LinkedHashMap<String, YamlValue>();
        entry.put("dhcp", new YamlValue.Bool(true));
        return Finding.at(
                face.path(),
                DiagnosticCode.UNKNOWN_INTERFACE,
                "`network.interfaces` does not set up `" + face.value() + "`",
                "Add it there, or correct the name.",
                Fixes.add(faces.path().key(face.value()), new YamlValue.Fields(entry)));
    }

    /** Bridges, tunnels and the like are made by programs, not by network cards. */
    private static boolean isCard(String name) {
        return name.matches("(eth|en)[A-Za-z0-9]*");
    }

    private static boolean covers(String pattern, String name) {
        return pattern.equals(name)
                || pattern.endsWith("*") && name.startsWith(pattern.replaceFirst("\\*.*", ""));
    }

    /** The preview machine calls its cards eth0, eth1 and so on. */
    private static void nics(
            RuleContext context,
            Set<String> setUp,
            List<Bound.Value<String>> named,
            Consumer<Finding> findings) {
        Optional<Bound.Value<Long>> nics = context.root().record("machine").number("nics");
        int most = 0;
        for (String name : setUp) {
            most = Math.max(most, card(name));
        }
        for (Bound.Value<String> name : named) {
            most = Math.max(most, card(name.value()));
        }
        int wanted = most;
        if (nics.isPresent() && wanted > nics.get().value() && wanted <= 8) {
            boolean written = nics.get().written();
            var path = nics.get().path();
            var place = written ? path : context.root().record("network").path().key("interfaces");
            findings.accept(
                    new Finding(
                            DiagnosticCode.TOO_FEW_NICS,
                            place,
                            written ? Finding.Anchor.VALUE : Finding.Anchor.KEY,
                            Optional.empty(),
                            "the preview machine has no card for `eth" + (wanted - 1) + "`",
                            "Write `nics: " + wanted + "` under `machine`.",
                            List.of(Fixes.set(path, new YamlValue.Int(wanted)))));
        }
    }

    private static int card(String name) {
        return name.matches("eth[0-9]") ? name.charAt(3) - '0' + 1 : 0;
    }
}
