package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** The machine's name and the names of others: hostname(5), hosts(5). */
public final class NameFiles {

    private static final YamlPath HOSTNAME = YamlPath.of("hostname");

    private NameFiles() {}

    /** Both files. */
    public static List<SettingFile> of(SystemSpec spec) {
        return List.of(
                SettingFile.plain("/etc/hostname", spec.hostname() + "\n", HOSTNAME),
                SettingFile.plain(
                        "/etc/hosts", hosts(spec), HOSTNAME, YamlPath.of("network", "hosts")));
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
