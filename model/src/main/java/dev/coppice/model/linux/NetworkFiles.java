package dev.coppice.model.linux;

import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Files of systemd-networkd (systemd.network(5)) and systemd-resolved (resolved.conf(5)). */
public final class NetworkFiles {

    private static final String DIRECTORY = "/etc/systemd/network/";
    private static final YamlPath NETWORK = YamlPath.of("network");
    private static final int FIRST_NUMBER = 10;

    private NetworkFiles() {}

    /** The files of the interfaces, of the resolver and of the packet filter. */
    public static List<SettingFile> of(SystemSpec spec) {
        Network network = spec.network();
        var files = new ArrayList<SettingFile>();
        if (network.interfaces().isEmpty()) {
            files.add(SettingFile.plain(DIRECTORY + "80-coppice.network", everyInterface()));
        }
        int number = FIRST_NUMBER;
        for (Network.Interface one : network.interfaces()) {
            String name = one.name().replaceAll("[^A-Za-z0-9.-]", "_");
            files.add(
                    SettingFile.plain(
                            DIRECTORY + number++ + "-" + name + ".network",
                            interfaceFile(one),
                            NETWORK.key("interfaces").key(one.name())));
        }
        if (!network.nameservers().isEmpty() || !network.searchDomains().isEmpty()) {
            files.add(
                    SettingFile.plain(
                            "/etc/systemd/resolved.conf.d/10-coppice.conf",
                            resolver(network),
                            NETWORK.key("nameservers"),
                            NETWORK.key("searchDomains")));
        }
        String rules = FirewallRules.of(network);
        if (!rules.isEmpty()) {
            files.add(
                    new SettingFile(
                            "/etc/nftables.conf",
                            rules,
                            SettingFile.PROGRAM,
                            List.of(NETWORK.key("firewall"), NETWORK.key("nat"))));
        }
        return files;
    }

    /** Without any interface in the spec: DHCP on every Ethernet interface. */
    private static String everyInterface() {
        return """
        [Match]
        Name=en* eth*

        [Network]
        DHCP=yes
        """;
    }

    private static String interfaceFile(Network.Interface network) {
        StringBuilder text = new StringBuilder();
        text.append("[Match]\nName=").append(network.name()).append("\n\n");
        network.mtu().ifPresent(mtu -> text.append("[Link]\nMTUBytes=" + mtu + "\n\n"));
        text.append("[Network]\nDHCP=").append(network.dhcp() ? "yes" : "no").append('\n');
        network.addresses().forEach(a -> text.append("Address=").append(a).append('\n'));
        network.gateway().ifPresent(g -> text.append("Gateway=").append(g).append('\n'));
        network.dns().forEach(d -> text.append("DNS=").append(d).append('\n'));
        network.routes().forEach(route -> route(route, text));
        return text.toString();
    }

    private static void route(Network.Route route, StringBuilder text) {
        String everywhere = route.via().contains(":") ? "::/0" : "0.0.0.0/0";
        String to = route.to().equals("default") ? everywhere : route.to();
        text.append("\n[Route]\nDestination=").append(to).append('\n');
        text.append("Gateway=").append(route.via()).append('\n');
        route.metric().ifPresent(metric -> text.append("Metric=").append(metric).append('\n'));
    }

    private static String resolver(Network network) {
        StringBuilder text = new StringBuilder("[Resolve]\n");
        line(text, "DNS", network.nameservers());
        line(text, "Domains", network.searchDomains());
        return text.toString();
    }

    private static void line(StringBuilder text, String key, List<String> values) {
        if (!values.isEmpty()) {
            text.append(key).append('=').append(String.join(" ", values)).append('\n');
        }
    }
}
