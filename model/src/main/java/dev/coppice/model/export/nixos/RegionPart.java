package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.spec.Region;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Set;

/** Host name, time, language, console. */
final class RegionPart {

    private static final Set<String> TERMINUS_SIZES =
            Set.of("12", "14", "16", "18", "20", "22", "24", "28", "32");

    private final NixConfig config;
    private final NixConfig.Part part;

    RegionPart(NixConfig config) {
        this.config = config;
        this.part = config.part(NixSection.REGION);
    }

    void write() {
        Region region = config.spec().region();
        config.part(NixSection.SYSTEM)
                .set(
                        "networking.hostName",
                        of(config.spec().hostname()),
                        config.written("hostname"));
        part.set("time.timeZone", of(region.timezone()), config.written("timezone"));
        part.set("i18n.defaultLocale", of(region.locale()), config.written("locale"));
        if (!region.locales().isEmpty()) {
            part.set(
                    "i18n.extraLocales",
                    NixValue.texts(region.locales().stream().map(RegionPart::withCharset).toList()),
                    config.written("locales"));
        }
        region.localeSettings()
                .forEach(
                        (name, value) ->
                                part.set(
                                        List.of("i18n", "extraLocaleSettings", name),
                                        of(value),
                                        config.written("localeSettings", name)));
        keyboard(region);
        font(region.console());
        region.console()
                .autologin()
                .ifPresent(
                        user ->
                                part.set(
                                        "services.getty.autologinUser",
                                        of(user),
                                        config.written("console", "autologin")));
        region.ntp().ifPresent(this::clock);
    }

    /** glibc's own list names each locale with its character set. */
    private static String withCharset(String locale) {
        int dot = locale.indexOf('.');
        return dot < 0 ? locale + "/ISO-8859-1" : locale + "/" + locale.substring(dot + 1);
    }

    private void keyboard(Region region) {
        Region.Console console = region.console();
        boolean layout = config.isWritten(YamlPath.of("keyboard"));
        if (!layout
                && console.keyboardModel().isEmpty()
                && console.keyboardVariant().isEmpty()
                && console.keyboardOptions().isEmpty()) {
            return;
        }
        part.because(
                "The keyboard of the console is made from the X keyboard; no X server comes by it.",
                "console.useXkbConfig",
                of(true));
        part.set("services.xserver.xkb.layout", of(region.keyboard()), config.written("keyboard"));
        part.maybe(
                "services.xserver.xkb.model",
                console.keyboardModel().map(NixValue::of),
                config.written("console", "keyboardModel"));
        part.maybe(
                "services.xserver.xkb.variant",
                console.keyboardVariant().map(NixValue::of),
                config.written("console", "keyboardVariant"));
        if (!console.keyboardOptions().isEmpty()) {
            part.set(
                    "services.xserver.xkb.options",
                    of(String.join(",", console.keyboardOptions())),
                    config.written("console", "keyboardOptions"));
        }
    }

    /** The Terminus font has all sizes; other faces of Debian's console-setup are not packaged. */
    private void font(Region.Console console) {
        if (console.fontFace().isEmpty() && console.fontSize().isEmpty()) {
            return;
        }
        String size = console.fontSize().orElse("16");
        String height = size.substring(size.indexOf('x') + 1);
        String bold =
                console.fontFace().filter(face -> face.contains("Bold")).isPresent() ? "b" : "n";
        String near = TERMINUS_SIZES.contains(height) ? height : "16";
        part.set(
                "console.font",
                of("ter-v" + near + bold),
                List.of(YamlPath.of("console", "fontFace"), YamlPath.of("console", "fontSize")));
        part.set("console.packages", NixValue.list(code("pkgs.terminus_font")), List.of());
        if (!near.equals(height)) {
            config.report()
                    .approximated(
                            YamlPath.of("console", "fontSize"),
                            "console.font: the Terminus font has no size "
                                    + size
                                    + ", so it is 16");
        }
    }

    private void clock(Region.Ntp ntp) {
        part.set("services.timesyncd.enable", of(ntp.enabled()), config.written("ntp", "enabled"));
        if (!ntp.servers().isEmpty()) {
            part.set(
                    "networking.timeServers",
                    NixValue.texts(ntp.servers()),
                    config.written("ntp", "servers"));
        }
    }
}
