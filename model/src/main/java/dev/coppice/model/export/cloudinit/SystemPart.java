package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Name, time zone, language, keyboard and clock. */
final class SystemPart {

    private static final YamlPath HOSTNAME = YamlPath.of("hostname");
    private static final YamlPath LOCALES = YamlPath.of("locales");
    private static final YamlPath LOCALE_SETTINGS = YamlPath.of("localeSettings");
    private static final YamlPath NTP = YamlPath.of("ntp");

    /** What the keys timezone, locale and ntp write. */
    private static final Set<String> BY_KEYS =
            Set.of(
                    "/etc/timezone",
                    "/etc/default/locale",
                    "/etc/locale.conf",
                    "/etc/systemd/timesyncd.conf.d/10-coppice.conf");

    private final FirstBoot boot;

    SystemPart(FirstBoot boot) {
        this.boot = boot;
    }

    void write(YamlMap root) {
        SystemSpec spec = boot.spec();
        name(spec.hostname(), root);
        root.put("timezone", spec.region().timezone(), YamlPath.of("timezone"));
        root.put("locale", spec.region().locale(), YamlPath.of("locale"));
        spec.region().ntp().ifPresent(ntp -> clock(ntp, root));
        languages(spec);
        // Late: the package writes these files when it is installed, of what it makes of them.
        ConsoleFiles.of(spec.region()).forEach(file -> boot.file(file, true));
        if (ConsoleFiles.needed(spec.region())) {
            boot.command(
                    List.of(YamlPath.of("keyboard")),
                    List.of("setupcon", "--save-only", "--force"));
            boot.rebootNeeded();
        } else {
            boot.report()
                    .notConcerned(YamlPath.of("keyboard"), "the kernel's own layout is this one");
        }
        RegionFiles.of(spec).stream()
                .filter(file -> !BY_KEYS.contains(file.path()))
                .forEach(
                        file -> {
                            boot.file(file);
                            boot.rebootNeeded();
                        });
    }

    private void name(String name, YamlMap root) {
        int dot = name.indexOf('.');
        root.put("hostname", dot > 0 ? name.substring(0, dot) : name, HOSTNAME);
        if (dot > 0) {
            root.put("fqdn", name, HOSTNAME);
            root.put("prefer_fqdn_over_hostname", Yaml.bool(true, HOSTNAME));
        }
        root.comment("/etc/hosts is one of the files below.");
        root.put("manage_etc_hosts", Yaml.bool(false, HOSTNAME));
    }

    private void clock(Region.Ntp ntp, YamlMap root) {
        if (!ntp.enabled()) {
            boot.command(
                    List.of(NTP.key("enabled")),
                    List.of("systemctl", "disable", "--now", "systemd-timesyncd.service"));
            return;
        }
        var map = new YamlMap(NTP);
        map.put("enabled", Yaml.bool(true, NTP.key("enabled")));
        map.put("ntp_client", "systemd-timesyncd");
        map.putUnlessEmpty("servers", Yaml.texts(ntp.servers(), NTP.key("servers")));
        root.put("ntp", map.done());
    }

    /** The key {@code locale} makes one language; the others are made at the end. */
    private void languages(SystemSpec spec) {
        var more = new ArrayList<>(RegionFiles.locales(spec.region()));
        more.remove(spec.region().locale());
        if (!more.isEmpty()) {
            var lines = new ArrayList<String>();
            more.forEach(locale -> lines.add(generate(locale)));
            lines.add("locale-gen");
            boot.script(List.of(LOCALES, LOCALE_SETTINGS), lines);
        }
        if (!spec.region().localeSettings().isEmpty()) {
            RegionFiles.of(spec).stream()
                    .filter(file -> file.path().equals("/etc/default/locale"))
                    .forEach(this::settings);
        }
    }

    /** Written late: the key {@code locale} would not accept languages that are not made yet. */
    private void settings(SettingFile file) {
        boot.file(
                new SettingFile(
                        file.path(),
                        file.content(),
                        file.mode(),
                        List.of(YamlPath.of("locale"), LOCALE_SETTINGS)),
                true);
    }

    /** The table says which character set a name means. */
    private static String generate(String locale) {
        return "awk -v name=%s '$1 == name' /usr/share/i18n/SUPPORTED >>/etc/locale.gen"
                .formatted(ShellWords.quoted(locale));
    }
}
