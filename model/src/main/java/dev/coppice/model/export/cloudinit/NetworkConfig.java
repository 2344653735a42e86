package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.Network;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** The interfaces as network-config of version 2 (the words of netplan). */
final class NetworkConfig {

    private NetworkConfig() {}

    static Yaml.Fields of(Network network) {
        var ethernets = new YamlMap(YamlPath.of("network", "interfaces"));
        for (Network.Interface one : network.interfaces()) {
            ethernets.put(one.name(), of(one));
        }
        return new YamlMap()
                .put("version", Yaml.number(2))
                .put("ethernets", ethernets.done())
                .done();
    }

    private static Yaml of(Network.Interface one) {
        YamlPath path = YamlPath.of("network", "interfaces", one.name());
        var map = new YamlMap(path);
        map.put("dhcp4", Yaml.bool(one.dhcp(), path.key("dhcp")));
        map.put("dhcp6", Yaml.bool(one.dhcp(), path.key("dhcp")));
        map.putUnlessEmpty("addresses", Yaml.texts(one.addresses(), path.key("addresses")));
        map.putUnlessEmpty("routes", Yaml.items(routes(one, path)));
        if (!one.dns().isEmpty()) {
            var servers = new YamlMap(path.key("dns"));
            servers.put("addresses", Yaml.texts(one.dns(), path.key("dns")));
            map.put("nameservers", servers.done());
        }
        one.mtu().ifPresent(mtu -> map.put("mtu", Yaml.number(mtu, path.key("mtu"))));
        return map.done();
    }

    private static List<Yaml> routes(Network.Interface one, YamlPath path) {
        var routes = new ArrayList<Yaml>();
        one.gateway()
                .ifPresent(
                        via ->
                                routes.add(
                                        new YamlMap(path.key("gateway"))
                                                .put("to", everywhere(via))
                                                .put("via", via)
                                                .done()));
        for (int i = 0; i < one.routes().size(); i++) {
            Network.Route route = one.routes().get(i);
            YamlPath at = path.key("routes").index(i);
            String to = route.to().equals("default") ? everywhere(route.via()) : route.to();
            var map = new YamlMap(at);
            map.put("to", to, at.key("to"));
            map.put("via", route.via(), at.key("via"));
            route.metric()
                    .ifPresent(metric -> map.put("metric", Yaml.number(metric, at.key("metric"))));
            routes.add(map.done());
        }
        return routes;
    }

    private static String everywhere(String via) {
        return via.contains(":") ? "::/0" : "0.0.0.0/0";
    }
}
