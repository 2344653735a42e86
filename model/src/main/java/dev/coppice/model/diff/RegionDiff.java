package dev.coppice.model.diff;

import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Compares time zone, language, keyboard, console and clock. */
record RegionDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        Region old = before.region();
        Region now = after.region();
        top("timezone", old.timezone(), now.timezone(), changes);
        top("locale", old.locale(), now.locale(), changes);
        new Collector("locales", changes)
                .values("language", YamlPath.of("locales"), old.locales(), now.locales());
        new Collector("localeSettings", changes)
                .entries(
                        "format",
                        YamlPath.of("localeSettings"),
                        old.localeSettings(),
                        now.localeSettings());
        top("keyboard", old.keyboard(), now.keyboard(), changes);
        console(old.console(), now.console(), new Collector("console", changes));
        clock(old.ntp(), now.ntp(), new Collector("ntp", changes));
    }

    private void top(String key, String before, String after, List<Change> changes) {
        new Collector(key, changes).value(labels.of(key), YamlPath.of(key), before, after);
    }

    private void console(Region.Console old, Region.Console now, Collector to) {
        option("keyboardModel", old.keyboardModel(), now.keyboardModel(), to);
        option("keyboardVariant", old.keyboardVariant(), now.keyboardVariant(), to);
        to.values(
                "keyboard option",
                YamlPath.of("console", "keyboardOptions"),
                old.keyboardOptions(),
                now.keyboardOptions());
        option("fontFace", old.fontFace(), now.fontFace(), to);
        option("fontSize", old.fontSize(), now.fontSize(), to);
        option("autologin", old.autologin(), now.autologin(), to);
    }

    private void option(String key, Optional<String> old, Optional<String> now, Collector to) {
        to.optional(
                "console: " + labels.of("console." + key), YamlPath.of("console", key), old, now);
    }

    private void clock(Optional<Region.Ntp> old, Optional<Region.Ntp> now, Collector to) {
        YamlPath at = YamlPath.of("ntp");
        to.value(labels.of("ntp"), at, state(old), state(now));
        to.values("time server", at.key("servers"), servers(old), servers(now));
    }

    private static String state(Optional<Region.Ntp> ntp) {
        return ntp.map(n -> n.enabled() ? "on" : "off").orElse("");
    }

    private static List<String> servers(Optional<Region.Ntp> ntp) {
        return ntp.map(Region.Ntp::servers).orElse(List.of());
    }
}
