package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that an export wrote for settings, read as these settings again. */
final class SettingTexts {

    private static final Set<String> OF_EVERY_MACHINE =
            Set.of(
                    "127.0.0.1 localhost",
                    "::1 localhost ip6-localhost ip6-loopback",
                    "ff02::1 ip6-allnodes",
                    "ff02::2 ip6-allrouters");

    private final Draft draft;

    SettingTexts(Draft draft) {
        this.draft = draft;
    }

    /** Takes a file; false when it says something that the settings cannot. */
    boolean take(String path, String content) {
        List<String> lines = content.lines().filter(line -> !line.isBlank()).toList();
        return switch (path) {
            case "/etc/sysctl.d/90-coppice.conf" -> sysctl(lines);
            case "/etc/modules-load.d/coppice.conf" -> modules(lines);
            case "/etc/ssh/sshd_config.d/10-coppice.conf" -> sshd(lines);
            case "/etc/hosts" -> hosts(lines);
            default -> false;
        };
    }

    private boolean sysctl(List<String> lines) {
        Map<String, YamlValue> values = pairs(lines, " = ", Shape.SYSCTL_KEY);
        boolean all = values.size() == lines.size();
        if (all) {
            draft.set("kernel", "sysctl", Draft.record(values));
        }
        return all;
    }

    private boolean modules(List<String> lines) {
        boolean all = lines.stream().allMatch(Shape.KERNEL_MODULE::matches);
        if (all) {
            draft.set("kernel", "modules", Draft.texts(lines));
        }
        return all;
    }

    private boolean sshd(List<String> lines) {
        Map<String, YamlValue> values = pairs(lines, " ", Shape.SSHD_KEYWORD);
        boolean all = values.size() == lines.size();
        values.forEach((keyword, value) -> draft.set("sshd", keyword, value));
        return all;
    }

    private static Map<String, YamlValue> pairs(List<String> lines, String between, Shape key) {
        var pairs = new LinkedHashMap<String, YamlValue>();
        for (String line : lines) {
            int at = line.indexOf(between);
            if (at > 0 && key.matches(line.substring(0, at))) {
                String value = line.substring(at + between.length());
                pairs.put(line.substring(0, at), new YamlValue.Text(value));
            }
        }
        return pairs;
    }

    /** The lines of every machine are left out. */
    private boolean hosts(List<String> lines) {
        var hosts = new LinkedHashMap<String, YamlValue>();
        for (String line : lines) {
            var words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
            String address = words.removeFirst();
            if (!OF_EVERY_MACHINE.contains(line) && !address.equals("127.0.1.1")) {
                if (!Shape.ADDRESS.matches(address) || hosts.containsKey(address)) {
                    return false;
                }
                hosts.put(address, Draft.texts(words));
            }
        }
        if (!hosts.isEmpty()) {
            draft.set("network", "hosts", new YamlValue.Fields(hosts));
        }
        return true;
    }
}
