package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that say settings of a spec, as an export writes them, read as these settings again. */
final class SettingTexts {

    private static final Set<String> OF_EVERY_MACHINE =
            Set.of(
                    "127.0.0.1 localhost",
                    "::1 localhost ip6-localhost ip6-loopback",
                    "ff02::1 ip6-allnodes",
                    "ff02::2 ip6-allrouters");

    private static final Pattern SUDO =
            Pattern.compile(
                    "(%?)([a-z_][a-z0-9_-]*) ALL=\\(([A-Za-z_][\\w:-]*)\\) (NOPASSWD: )?(.+)");

    private final Draft draft;
    private final RegionTexts region;
    private final NetworkTexts network;
    private final UnitTexts units;
    private final RepositoryTexts repositories;
    private Set<String> timers = Set.of();

    SettingTexts(Draft draft) {
        this.draft = draft;
        this.region = new RegionTexts(draft);
        this.network = new NetworkTexts(draft);
        this.units = new UnitTexts(draft);
        this.repositories = new RepositoryTexts(draft);
    }

    /** Takes a file; false when it says something that the settings cannot. */
    boolean take(String path, String content) {
        List<String> lines = content.lines().filter(line -> !line.isBlank()).toList();
        return switch (path) {
            case "/etc/sysctl.d/90-coppice.conf" -> sysctl(lines);
            case "/etc/modules-load.d/coppice.conf" -> modules(lines);
            case "/etc/ssh/sshd_config.d/10-coppice.conf" -> sshd(lines);
            case "/etc/hosts" -> hosts(lines);
            case "/etc/default/locale", "/etc/locale.conf" -> region.locale(content);
            case "/etc/locale.gen" -> region.locales(content);
            case "/etc/default/keyboard" -> region.keyboard(content);
            case "/etc/default/console-setup" -> region.console(content);
            case "/etc/systemd/timesyncd.conf.d/10-coppice.conf" -> region.clock(content);
            case "/etc/systemd/system/getty@tty1.service.d/coppice-autologin.conf" ->
                    region.autologin(content);
            case "/etc/systemd/resolved.conf.d/10-coppice.conf" -> network.resolver(content);
            case "/etc/nftables.conf" -> network.filter(content);
            case "/etc/sudoers.d/coppice" -> sudo(lines);
            case "/etc/systemd/network/80-coppice.network" -> true;
            default ->
                    path.matches("/etc/systemd/network/[^/]+\\.network") && network.card(content)
                            || units.take(path, content)
                            || repositories.take(path, content);
        };
    }

    /** To be called when all files have been taken. */
    void finish() {
        timers = units.finish();
        repositories
                .finish()
                .forEach(
                        (path, content) -> {
                            var file = new LinkedHashMap<String, YamlValue>();
                            file.put("path", new YamlValue.Text(path));
                            file.put("content", new YamlValue.Text(content));
                            draft.add("files", new YamlValue.Fields(file));
                        });
    }

    /** The timers that were read: what starts them need not be said. */
    Set<String> timers() {
        return timers;
    }

    boolean sysctl(List<String> lines) {
        Map<String, YamlValue> values = pairs(lines, "\\s*=\\s*", Shape.SYSCTL_KEY);
        boolean all = values.size() == lines.size() && !lines.isEmpty();
        if (all) {
            values.forEach((key, value) -> draft.put("kernel", "sysctl", key, value));
        }
        return all;
    }

    boolean modules(List<String> lines) {
        boolean all = lines.stream().allMatch(Shape.KERNEL_MODULE::matches);
        if (all && !lines.isEmpty()) {
            draft.set("kernel", "modules", Draft.texts(lines));
        }
        return all;
    }

    private boolean sshd(List<String> lines) {
        Map<String, YamlValue> values = pairs(lines, "\\s+", Shape.SSHD_KEYWORD);
        boolean all = values.size() == lines.size();
        values.forEach((keyword, value) -> draft.set("sshd", keyword, value));
        return all;
    }

    private static Map<String, YamlValue> pairs(List<String> lines, String between, Shape key) {
        var pairs = new LinkedHashMap<String, YamlValue>();
        for (String line : lines) {
            String[] words = line.strip().split(between, 2);
            if (words.length == 2 && key.matches(words[0])) {
                pairs.put(words[0], new YamlValue.Text(words[1]));
            }
        }
        return pairs;
    }

    /** sudoers(5), one rule a line. */
    boolean sudo(List<String> lines) {
        var rules = new ArrayList<YamlValue>();
        for (String line : lines) {
            Matcher rule = SUDO.matcher(line);
            if (!rule.matches()) {
                return false;
            }
            List<String> commands =
                    Stream.of(rule.group(5).split("(?<!\\\\),\\s*"))
                            .map(command -> command.replaceAll("\\\\([\\\\,:=#])", "$1").strip())
                            .toList();
            boolean plain =
                    commands.stream().allMatch(each -> each.equals("ALL") || each.startsWith("/"));
            String runAs = rule.group(3).equals("ALL:ALL") ? "ALL" : rule.group(3);
            if (!plain || runAs.contains(":")) {
                return false;
            }
            var fields = new LinkedHashMap<String, YamlValue>();
            fields.put(
                    rule.group(1).isEmpty() ? "user" : "group", new YamlValue.Text(rule.group(2)));
            fields.put("commands", Draft.texts(commands));
            fields.put("runAs", new YamlValue.Text(runAs));
            fields.put("password", new YamlValue.Bool(rule.group(4) == null));
            rules.add(new YamlValue.Fields(fields));
        }
        rules.forEach(rule -> draft.add("sudo", rule));
        return !rules.isEmpty();
    }

    /** The lines of every machine are left out. */
    boolean hosts(List<String> lines) {
        var hosts = new LinkedHashMap<String, YamlValue>();
        for (String line : lines) {
            var words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
            String address = words.removeFirst();
            if (!OF_EVERY_MACHINE.contains(line) && !address.equals("127.0.1.1")) {
                if (!Shape.ADDRESS.matches(address)
                        || hosts.containsKey(address)
                        || !words.stream().allMatch(Shape.HOST_NAME::matches)) {
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
