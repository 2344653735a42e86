package dev.coppice.model.diff;

import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares interfaces, names, firewall and address translation. */
record NetworkDiff(Labels labels) implements Differ {

    private static final YamlPath AT = YamlPath.of("network");

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        Network old = before.network();
        Network now = after.network();
        var to = new Collector("network", changes);
        to.named(
                "interface",
                (face, i) -> AT.key("interfaces").key(face.name()),
                old.interfaces(),
                now.interfaces(),
                Network.Interface::name,
                (pair, path) -> face(pair, path, to));
        firewall(old.firewall(), now.firewall(), to);
        to.entries("host", AT.key("hosts"), words(old.hosts()), words(now.hosts()));
        to.value(
                labels.of("network.nameservers"),
                AT.key("nameservers"),
                Texts.list(old.nameservers()),
                Texts.list(now.nameservers()));
        to.value(
                labels.of("network.searchDomains"),
                AT.key("searchDomains"),
                Texts.list(old.searchDomains()),
                Texts.list(now.searchDomains()));
        nat(old.nat(), now.nat(), to);
    }

    private static Map<String, String> words(Map<String, List<String>> hosts) {
        var words = new TreeMap<String, String>();
        hosts.forEach((address, names) -> words.put(address, String.join(" ", names)));
        return words;
    }

    private void firewall(
            Optional<Network.Firewall> before, Optional<Network.Firewall> after, Collector to) {
        YamlPath at = AT.key("firewall");
        to.value(labels.of("network.firewall"), at, onOff(before), onOff(after));
        var closed = new Network.Firewall(List.of(), List.of(), List.of());
        Network.Firewall old = before.orElse(closed);
        Network.Firewall now = after.orElse(closed);
        to.values("open TCP port", at.key("allowTcp"), old.allowTcp(), now.allowTcp());
        to.values("open UDP port", at.key("allowUdp"), old.allowUdp(), now.allowUdp());
        to.values(
                "trusted interface",
                at.key("trustedInterfaces"),
                old.trustedInterfaces(),
                now.trustedInterfaces());
    }

    private void nat(Optional<Network.Nat> before, Optional<Network.Nat> after, Collector to) {
        YamlPath at = AT.key("nat");
        to.value(labels.of("network.nat"), at, onOff(before), onOff(after));
        var none = new Network.Nat("", List.of(), List.of());
        Network.Nat old = before.orElse(none);
        Network.Nat now = after.orElse(none);
        to.value(
                labels.of("network.nat.external"),
                at.key("external"),
                old.external(),
                now.external());
        to.values("inner interface", at.key("internal"), old.internal(), now.internal());
        to.values("port forwarded inside", at.key("forward"), old.forward(), now.forward());
    }

    private static String onOff(Optional<?> thing) {
        return thing.isPresent() ? "on" : "off";
    }

    private void face(Collector.Pair<Network.Interface> pair, YamlPath path, Collector to) {
        String what = "interface " + pair.name() + ": ";
        String fields = "network.interfaces.*.";
        Network.Interface old = pair.before();
        Network.Interface now = pair.after();
        to.value(what + labels.of(fields + "dhcp"), path.key("dhcp"), old.dhcp(), now.dhcp());
        to.values(
                what + labels.of(fields + "addresses[]"),
                path.key("addresses"),
                old.addresses(),
                now.addresses());
        to.optional(
                what + labels.of(fields + "gateway"),
                path.key("gateway"),
                old.gateway(),
                now.gateway());
        to.value(
                what + labels.of(fields + "dns"),
                path.key("dns"),
                Texts.list(old.dns()),
                Texts.list(now.dns()));
        to.values(what + "route", path.key("routes"), old.routes(), now.routes(), Texts::route);
        to.optional(
                what + labels.of(fields + "mtu"),
                path.key("mtu"),
                old.mtu().map(String::valueOf),
                now.mtu().map(String::valueOf));
    }
}
