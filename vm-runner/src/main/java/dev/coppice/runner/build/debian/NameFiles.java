package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;

/** The machine's name and the names of others: hostname(5), hosts(5). */
final class NameFiles {

    private NameFiles() {}

    static void write(ConfigSite site) {
        SystemSpec spec = site.spec();
        site.tree().text("/etc/hostname", spec.hostname() + "\n");
        site.tree().text("/etc/hosts", hosts(spec));
    }

    private static String hosts(SystemSpec spec) {
        String host = spec.hostname();
        String shortName = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        StringBuilder text = new StringBuilder();
        text.append("127.0.0.1 localhost\n127.0.1.1 ")
                .append(shortName.equals(host) ? host : host + " " + shortName)
                .append("\n::1 localhost ip6-localhost ip6-loopback\n")
                .append("ff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n");
        spec.network()
                .hosts()
                .forEach(
                        (address, names) ->
                                text.append(address)
                                        .append(' ')
                                        .append(String.join(" ", names))
                                        .append('\n'));
        return text.toString();
    }
}
