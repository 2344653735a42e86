package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interfaces, names, packet filter, address translation. */
final class NixosNetwork {

    private static final String FIREWALL = "networking.firewall.";
    private static final String NAT = "networking.nat.";
    private static final String INTERFACES = "network.interfaces.";

    private final NixosOptions options;
    private final Draft draft;
    private final Map<String, LinkedHashMap<String, YamlValue>> interfaces = new LinkedHashMap<>();

    NixosNetwork(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        scripted();
        networkd();
        if (!interfaces.isEmpty()) {
            var all = new LinkedHashMap<String, YamlValue>();
            interfaces.forEach((name, fields) -> all.put(name, new YamlValue.Fields(fields)));
            draft.set("network", "interfaces", new YamlValue.Fields(all));
            for (String option :
                    List.of("useNetworkd", "useDHCP", "usePredictableInterfaceNames")) {
                options.taken(path("networking." + option), "network.interfaces");
            }
        } else if (options.bool(path("networking.useDHCP")).orElse(false)) {
            options.taken(path("networking.useDHCP"), "");
        }
        hosts();
        list("networking.nameservers", "nameservers", Shape.ADDRESS);
        list("networking.search", "searchDomains", Shape.HOST_NAME);
        firewall();
        nat();
    }

    private LinkedHashMap<String, YamlValue> card(String name) {
        return interfaces.computeIfAbsent(name, it -> new LinkedHashMap<>());
    }

    /** The options of single interfaces. */
    private void scripted() {
        List<String> all = path("networking.interfaces");
        for (String name : options.names(all)) {
            List<String> path = below(all, name);
            options.bool(below(path, "useDHCP"))
                    .ifPresent(
                            on -> {
                                card(name).put("dhcp", new YamlValue.Bool(on));
                                options.taken(below(path, "useDHCP"), INTERFACES + name);
                            });
            var addresses = new ArrayList<String>();
            for (String kind : List.of("ipv4", "ipv6")) {
                List<String> list = below(path, kind, "addresses");
                List<String> some =
                        options.items(list).stream().flatMap(e -> cidr(e).stream()).toList();
                if (!some.isEmpty() && some.size() == options.items(list).size()) {
                    addresses.addAll(some);
                    options.taken(list, INTERFACES + name + ".addresses");
                }
            }
            if (!addresses.isEmpty()) {
                card(name).put("addresses", Draft.texts(addresses));
            }
            options.number(below(path, "mtu"))
                    .ifPresent(
                            mtu -> {
                                card(name).put("mtu", new YamlValue.Int(mtu));
                                options.taken(below(path, "mtu"), INTERFACES + name + ".mtu");
                            });
        }
        gateway();
    }

    private static Optional<String> cidr(Placed address) {
        return address.data() instanceof Attrs attrs
                ? text(attrs, "address")
                        .flatMap(ip -> text(attrs, "prefixLength").map(bits -> ip + "/" + bits))
                : Optional.empty();
    }

    private static Optional<String> text(Attrs attrs, String name) {
        return Optional.ofNullable(attrs.entries().get(name))
                .flatMap(value -> NixosOptions.text(value.data()));
    }

    /** The way out belongs to the interface that it names, or to the only one with an address. */
    private void gateway() {
        List<String> path = path("networking.defaultGateway");
        Optional<String> via = options.text(path).or(() -> options.text(below(path, "address")));
        Optional<String> card =
                options.text(below(path, "interface"))
                        .or(
                                () ->
                                        interfaces.entrySet().stream()
                                                .filter(e -> e.getValue().containsKey("addresses"))
                                                .map(Map.Entry::getKey)
                                                .findFirst());
        if (via.isPresent() && card.isPresent() && Shape.ADDRESS.matches(via.get())) {
            card(card.get()).put("gateway", new YamlValue.Text(via.get()));
            options.taken(path, INTERFACES + card.get() + ".gateway");
        }
    }

    private void networkd() {
        List<String> all = path("systemd.network.networks");
        for (String name : options.names(all)) {
            List<String> path = below(all, name);
            Optional<String> card = options.text(below(path, "matchConfig", "Name"));
            Set<String> known =
                    Set.of(
                            "matchConfig",
                            "DHCP",
                            "address",
                            "gateway",
                            "dns",
                            "routes",
                            "linkConfig",
                            "enable");
            boolean plain =
                    card.isPresent()
                            && known.containsAll(options.names(path))
                            && options.names(below(path, "matchConfig")).size() == 1
                            && Set.of("MTUBytes")
                                    .containsAll(options.names(below(path, "linkConfig")))
                            && options.items(below(path, "gateway")).size() <= 1
                            && options.at(path).orElseThrow().data().isLiteral();
            Optional<List<YamlValue>> routes = routes(below(path, "routes"));
            if (!plain || routes.isEmpty()) {
                continue;
            }
            LinkedHashMap<String, YamlValue> fields = card(card.get());
            options.text(below(path, "DHCP"))
                    .ifPresent(
                            dhcp ->
                                    fields.put(
                                            "dhcp",
                                            new YamlValue.Bool(
                                                    !dhcp.equals("no") && !dhcp.equals("false"))));
            put(below(path, "address"), fields, "addresses");
            options.texts(below(path, "gateway"))
                    .filter(some -> some.size() == 1)
                    .ifPresent(via -> fields.put("gateway", new YamlValue.Text(via.getFirst())));
            put(below(path, "dns"), fields, "dns");
            if (!routes.get().isEmpty()) {
                fields.put("routes", new YamlValue.Items(routes.get()));
            }
            options.text(below(path, "linkConfig", "MTUBytes"))
                    .filter(mtu -> mtu.matches("\\d{1,5}"))
                    .ifPresent(mtu -> fields.put("mtu", new YamlValue.Int(Long.parseLong(mtu))));
            options.taken(path, INTERFACES + card.get());
        }
        if (!options.names(all).isEmpty()) {
            options.bool(path("systemd.network.enable"))
                    .ifPresent(on -> options.taken(path("systemd.network.enable"), "network"));
        }
    }

    private void put(List<String> path, Map<String, YamlValue> fields, String field) {
        options.texts(path)
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> fields.put(field, Draft.texts(all)));
    }

    /** Empty when one of them says what a spec cannot. */
    private Optional<List<YamlValue>> routes(List<String> path) {
        var routes = new ArrayList<YamlValue>();
        for (Placed each : options.items(path)) {
            if (!(each.data() instanceof Attrs attrs)
                    || text(attrs, "Gateway").isEmpty()
                    || !Set.of("Destination", "Gateway", "Metric")
                            .containsAll(attrs.entries().keySet())) {
                return Optional.empty();
            }
            var route = new LinkedHashMap<String, YamlValue>();
            route.put("to", new YamlValue.Text(text(attrs, "Destination").orElse("default")));
            route.put("via", new YamlValue.Text(text(attrs, "Gateway").get()));
            text(attrs, "Metric")
                    .filter(metric -> metric.matches("\\d{1,10}"))
                    .ifPresent(m -> route.put("metric", new YamlValue.Int(Long.parseLong(m))));
            routes.add(new YamlValue.Fields(route));
        }
        return Optional.of(routes);
    }

    private void hosts() {
        List<String> all = path("networking.hosts");
        var hosts = new LinkedHashMap<String, YamlValue>();
        for (String address : options.names(all)) {
            options.texts(below(all, address))
                    .filter(names -> !names.isEmpty() && Shape.ADDRESS.matches(address))
                    .ifPresent(
                            names -> {
                                hosts.put(address, Draft.texts(names));
                                options.taken(below(all, address), "network.hosts");
                            });
        }
        List<String> extra = path("networking.extraHosts");
        var more = new LinkedHashMap<String, YamlValue>();
        List<String> lines =
                options.text(extra)
                        .orElse("")
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        for (String line : lines) {
            String[] words = line.split("\\s+");
            if (words.length > 1 && Shape.ADDRESS.matches(words[0])) {
                more.put(words[0], Draft.texts(List.of(words).subList(1, words.length)));
            }
        }
        if (more.size() == lines.size() && !lines.isEmpty()) {
            more.forEach(hosts::putIfAbsent);
            options.taken(extra, "network.hosts");
        }
        if (!hosts.isEmpty()) {
            draft.set("network", "hosts", new YamlValue.Fields(hosts));
        }
    }

    private void list(String option, String field, Shape shape) {
        options.texts(path(option))
                .filter(all -> !all.isEmpty() && all.stream().allMatch(shape::matches))
                .ifPresent(
                        all -> {
                            draft.set("network", field, Draft.texts(all));
                            options.taken(path(option), "network." + field);
                        });
    }

    /** NixOS has a packet filter unless it is told otherwise, and opens it for its SSH server. */
    private void firewall() {
        if (!options.bool(path(FIREWALL + "enable")).orElse(true)) {
            options.taken(path(FIREWALL + "enable"), "network.firewall");
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        for (String kind : List.of("Tcp", "Udp")) {
            var ports = new ArrayList<YamlValue>();
            List<String> single =
                    path(FIREWALL + "allowed" + kind.toUpperCase(Locale.ROOT) + "Ports");
            List<String> ranges =
                    path(FIREWALL + "allowed" + kind.toUpperCase(Locale.ROOT) + "PortRanges");
            options.texts(single)
                    .filter(all -> all.stream().allMatch(Shape.PORT_OR_RANGE::matches))
                    .ifPresent(
                            all -> {
                                all.forEach(port -> ports.add(port(port)));
                                options.taken(single, "network.firewall.allow" + kind);
                            });
            List<String> some =
                    options.items(ranges).stream().flatMap(e -> range(e).stream()).toList();
            if (!some.isEmpty() && some.size() == options.items(ranges).size()) {
                some.forEach(range -> ports.add(port(range)));
                options.taken(ranges, "network.firewall.allow" + kind);
            }
            if (kind.equals("Tcp")) {
                ssh(ports);
            }
            if (!ports.isEmpty()) {
                fields.put("allow" + kind, new YamlValue.Items(ports.stream().distinct().toList()));
            }
        }
        options.texts(path(FIREWALL + "trustedInterfaces"))
                .filter(all -> !all.isEmpty())
                .ifPresent(
                        all -> {
                            fields.put("trustedInterfaces", Draft.texts(all));
                            options.taken(
                                    path(FIREWALL + "trustedInterfaces"),
                                    "network.firewall.trustedInterfaces");
                        });
        options.taken(path(FIREWALL + "enable"), "network.firewall");
        draft.set("network", "firewall", new YamlValue.Fields(fields));
    }

    private void ssh(List<YamlValue> ports) {
        boolean runs = options.bool(path("services.openssh.enable")).orElse(false);
        List<String> open = path("services.openssh.openFirewall");
        if (runs && options.bool(open).orElse(true)) {
            String port =
                    options.texts(path("services.openssh.ports"))
                            .filter(all -> all.size() == 1 && all.getFirst().matches("\\d{1,5}"))
                            .map(List::getFirst)
                            .orElse("22");
            ports.add(port(port));
        }
        options.bool(open).ifPresent(it -> options.taken(open, "network.firewall.allowTcp"));
    }

    private static YamlValue port(String port) {
        return port.matches("[1-9]\\d{0,4}")
                ? new YamlValue.Int(Long.parseLong(port))
                : new YamlValue.Text(port);
    }

    private static Optional<String> range(Placed range) {
        return range.data() instanceof Attrs attrs
                ? text(attrs, "from")
                        .flatMap(from -> text(attrs, "to").map(to -> from + "-" + to))
                        .filter(Shape.PORT_OR_RANGE::matches)
                : Optional.empty();
    }

    private void nat() {
        Optional<String> external = options.text(path(NAT + "externalInterface"));
        Optional<List<String>> internal = options.texts(path(NAT + "internalInterfaces"));
        if (!options.bool(path(NAT + "enable")).orElse(false)
                || external.isEmpty()
                || internal.filter(all -> !all.isEmpty()).isEmpty()) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("external", new YamlValue.Text(external.get()));
        fields.put("internal", Draft.texts(internal.get()));
        List<Placed> forwards = options.items(path(NAT + "forwardPorts"));
        List<String> texts = forwards.stream().flatMap(e -> forward(e).stream()).toList();
        if (!texts.isEmpty() && texts.size() == forwards.size()) {
            fields.put("forward", Draft.texts(texts));
            options.taken(path(NAT + "forwardPorts"), "network.nat.forward");
        }
        for (String option : List.of("enable", "externalInterface", "internalInterfaces")) {
            options.taken(path(NAT + option), "network.nat");
        }
        draft.set("network", "nat", new YamlValue.Fields(fields));
    }

    private static Optional<String> forward(Placed forward) {
        if (!(forward.data() instanceof Attrs attrs)
                || !text(attrs, "proto").orElse("tcp").equals("tcp")) {
            return Optional.empty();
        }
        return text(attrs, "sourcePort")
                .flatMap(
                        port ->
                                text(attrs, "destination")
                                        .map(to -> to.replaceAll("[\\[\\]]", ""))
                                        .map(to -> port + ":" + to));
    }
}
