package dev.coppice.model.importing;

import dev.coppice.model.rules.unit.UnitText;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of interfaces, name servers and the packet filter, read as settings. */
final class NetworkTexts {

    private static final Pattern PORTS =
            Pattern.compile("(tcp|udp) dport \\{ ([0-9, -]+) } accept");
    private static final Pattern TRUSTED = Pattern.compile("iifname \\{ (\"[^{}]+\") } accept");
    private static final Pattern MASQUERADE =
            Pattern.compile("iifname \\{ (\"[^{}]+\") } oifname \"([^\"]+)\" masquerade");
    private static final Pattern FORWARD =
            Pattern.compile("iifname \"([^\"]+)\" tcp dport (\\d+) dnat to ([0-9.]+):(\\d+)");

    /** The rules that an export writes whatever the spec says. */
    private static final Set<String> ALWAYS =
            Set.of(
                    "table inet coppice",
                    "delete table inet coppice",
                    "table inet coppice {",
                    "chain input {",
                    "type filter hook input priority filter; policy drop;",
                    "iif \"lo\" accept",
                    "ct state established,related accept",
                    "ct state invalid drop",
                    "meta l4proto { icmp, ipv6-icmp } accept",
                    "udp dport 546 udp sport 547 accept",
                    "table ip coppice_nat",
                    "delete table ip coppice_nat",
                    "table ip coppice_nat {",
                    "chain prerouting {",
                    "type nat hook prerouting priority dstnat;",
                    "chain postrouting {",
                    "type nat hook postrouting priority srcnat;",
                    "}");

    private final Draft draft;
    private final Map<String, YamlValue> interfaces = new LinkedHashMap<>();

    NetworkTexts(Draft draft) {
        this.draft = draft;
    }

    /** The rules that an export wrote; others are a file. */
    boolean filter(String content) {
        var firewall = new LinkedHashMap<String, YamlValue>();
        var nat = new LinkedHashMap<String, YamlValue>();
        var forwards = new ArrayList<String>();
        List<String> lines = ConfigLines.of(content);
        for (String line : lines) {
            Matcher ports = PORTS.matcher(line);
            Matcher trusted = TRUSTED.matcher(line);
            Matcher masquerade = MASQUERADE.matcher(line);
            Matcher forward = FORWARD.matcher(line);
            if (ports.matches()) {
                String field = ports.group(1).equals("tcp") ? "allowTcp" : "allowUdp";
                firewall.put(field, ports(ports.group(2)));
            } else if (trusted.matches()) {
                firewall.put("trustedInterfaces", Draft.texts(names(trusted.group(1))));
            } else if (masquerade.matches()) {
                nat.put("external", new YamlValue.Text(masquerade.group(2)));
                nat.put("internal", Draft.texts(names(masquerade.group(1))));
            } else if (forward.matches()) {
                forwards.add(forward.group(2) + ":" + forward.group(3) + ":" + forward.group(4));
            } else if (!ALWAYS.contains(line)) {
                return false;
            }
        }
        if (lines.contains("table inet coppice {")) {
            draft.set("network", "firewall", new YamlValue.Fields(firewall));
        }
        if (!nat.isEmpty()) {
            if (!forwards.isEmpty()) {
                nat.put("forward", Draft.texts(forwards));
            }
            draft.set("network", "nat", new YamlValue.Fields(nat));
        }
        return !lines.isEmpty();
    }

    private static YamlValue ports(String list) {
        return new YamlValue.Items(
                Stream.of(list.split(","))
                        .map(String::strip)
                        .<YamlValue>map(
                                port ->
                                        port.matches("\\d{1,5}")
                                                ? new YamlValue.Int(Long.parseLong(port))
                                                : new YamlValue.Text(port))
                        .toList());
    }

    private static List<String> names(String list) {
        return Stream.of(list.split(",")).map(name -> name.replace("\"", "").strip()).toList();
    }

    /** resolved.conf(5). */
    boolean resolver(String content) {
        UnitText text = UnitText.parse(content);
        boolean known =
                text.settings().stream()
                        .allMatch(each -> Set.of("DNS", "Domains").contains(each.name()));
        for (UnitText.Setting setting : known ? text.settings() : List.<UnitText.Setting>of()) {
            List<String> words = List.of(setting.value().split("\\s+"));
            String field = setting.name().equals("DNS") ? "nameservers" : "searchDomains";
            draft.set("network", field, Draft.texts(words));
        }
        return known && !text.settings().isEmpty();
    }

    /** systemd.network(5). */
    boolean card(String content) {
        UnitText text = UnitText.parse(content);
        var fields = new LinkedHashMap<String, YamlValue>();
        var addresses = new ArrayList<String>();
        var servers = new ArrayList<String>();
        var routes = new ArrayList<Map<String, String>>();
        String name = "";
        for (UnitText.Setting each : text.settings()) {
            String value = each.value();
            switch (each.section() + "." + each.name()) {
                case "Match.Name" -> name = value;
                case "Link.MTUBytes" -> {
                    if (!value.matches("\\d{1,5}")) {
                        return false;
                    }
                    fields.put("mtu", new YamlValue.Int(Long.parseLong(value)));
                }
                case "Network.DHCP" ->
                        fields.put("dhcp", new YamlValue.Bool(value.matches("yes|true|ipv[46]")));
                case "Network.Address" -> addresses.add(value);
                case "Network.Gateway" -> fields.put("gateway", new YamlValue.Text(value));
                case "Network.DNS" -> servers.addAll(List.of(value.split("\\s+")));
                case "Route.Destination", "Route.Gateway", "Route.Metric" -> {
                    if (routes.isEmpty() || routes.getLast().containsKey(each.name())) {
                        routes.add(new LinkedHashMap<>());
                    }
                    routes.getLast().put(each.name(), value);
                }
                default -> {
                    return false;
                }
            }
        }
        if (name.isEmpty() || name.contains(" ") || !text.stray().isEmpty()) {
            return false;
        }
        if (!addresses.isEmpty()) {
            fields.put("addresses", Draft.texts(addresses));
        }
        if (!servers.isEmpty()) {
            fields.put("dns", Draft.texts(servers));
        }
        if (!routes.isEmpty()) {
            fields.put(
                    "routes",
                    new YamlValue.Items(
                            routes.stream().<YamlValue>map(NetworkTexts::route).toList()));
        }
        interfaces.put(name, new YamlValue.Fields(fields));
        draft.set("network", "interfaces", Draft.record(interfaces));
        return true;
    }

    private static YamlValue route(Map<String, String> settings) {
        var route = new LinkedHashMap<String, YamlValue>();
        String to = settings.getOrDefault("Destination", "default");
        boolean all = to.equals("0.0.0.0/0") || to.equals("::/0");
        route.put("to", new YamlValue.Text(all ? "default" : to));
        route.put("via", new YamlValue.Text(settings.getOrDefault("Gateway", "")));
        String metric = settings.getOrDefault("Metric", "");
        if (metric.matches("\\d{1,10}")) {
            route.put("metric", new YamlValue.Int(Long.parseLong(metric)));
        }
        return new YamlValue.Fields(route);
    }
}
