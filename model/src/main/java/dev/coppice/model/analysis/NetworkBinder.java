package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.flag;
import static dev.coppice.model.analysis.Reading.maybe;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;
import static dev.coppice.model.analysis.Reading.texts;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.spec.Network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds the network. */
final class NetworkBinder {

    private NetworkBinder() {}

    static Network network(Bound.Fields network) {
        Bound.Fields interfaces = network.record("interfaces");
        var bound = new ArrayList<Network.Interface>();
        for (String name : interfaces.entries().keySet()) {
            bound.add(face(name, interfaces.record(name)));
        }
        return new Network(
                bound,
                network.has("firewall")
                        ? Optional.of(firewall(network.record("firewall")))
                        : Optional.empty(),
                hosts(network.record("hosts")),
                texts(network, "nameservers"),
                texts(network, "searchDomains"),
                network.has("nat") ? Optional.of(nat(network.record("nat"))) : Optional.empty());
    }

    private static Network.Interface face(String name, Bound.Fields face) {
        List<String> addresses = texts(face, "addresses");
        return new Network.Interface(
                name,
                flag(face, "dhcp").orElse(addresses.isEmpty()),
                addresses,
                optional(face, "gateway"),
                texts(face, "dns"),
                face.records("routes").stream().map(NetworkBinder::route).toList(),
                maybe(face, "mtu"));
    }

    private static Network.Route route(Bound.Fields route) {
        return new Network.Route(
                text(route, "to"),
                text(route, "via"),
                route.number("metric").map(Bound.Value::value));
    }

    private static Network.Firewall firewall(Bound.Fields firewall) {
        return new Network.Firewall(
                ports(firewall, "allowTcp"),
                ports(firewall, "allowUdp"),
                texts(firewall, "trustedInterfaces"));
    }

    private static List<Network.PortRange> ports(Bound.Fields firewall, String key) {
        return texts(firewall, key).stream().map(Quantities::ports).toList();
    }

    private static SortedMap<String, List<String>> hosts(Bound.Fields hosts) {
        var names = new TreeMap<String, List<String>>();
        hosts.entries().keySet().forEach(address -> names.put(address, texts(hosts, address)));
        return names;
    }

    private static Network.Nat nat(Bound.Fields nat) {
        return new Network.Nat(
                text(nat, "external"),
                texts(nat, "internal"),
                texts(nat, "forward").stream().map(NetworkBinder::forward).toList());
    }

    private static Network.PortForward forward(String words) {
        String[] parts = words.split(":", -1);
        return new Network.PortForward(
                Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }
}
