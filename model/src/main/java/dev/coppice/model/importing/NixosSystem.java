package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host name, time, language, console. */
final class NixosSystem {

    private static final Pattern TERMINUS = Pattern.compile("ter-[a-z]?(\\d{2})([nb])");
    private static final String XKB = "services.xserver.xkb.";

    private final NixosOptions options;
    private final Draft draft;

    /** Locales that are made. */
    private final List<String> made = new ArrayList<>();

    NixosSystem(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        text("networking.hostName", "hostname", Shape.HOST_NAME);
        text("time.timeZone", "timezone", Shape.TIMEZONE);
        text("i18n.defaultLocale", "locale", Shape.LOCALE);
        locales("i18n.extraLocales");
        locales("i18n.supportedLocales");
        localeSettings();
        keyboard();
        font();
        options.take("services.getty.autologinUser", "console.autologin", this::autologin);
        clock();
        options.dropped(
                path("system.stateVersion"),
                "It says since which release a NixOS keeps its data; nothing here does.");
        options.dropped(
                path("nixpkgs.hostPlatform"),
                "Generations are made for the machine's own processor.");
        options.dropped(path("system.copySystemConfiguration"), "Every generation keeps its spec.");
    }

    private void text(String option, String field, Shape shape) {
        options.take(
                option,
                field,
                text -> {
                    boolean fits = shape.matches(text);
                    if (fits) {
                        draft.set(field, text);
                    }
                    return fits;
                });
    }

    private boolean autologin(String user) {
        boolean fits = Shape.USER_NAME.matches(user);
        if (fits) {
            draft.set("console", "autologin", new YamlValue.Text(user));
        }
        return fits;
    }

    /** glibc's list names each locale with its character set. */
    private void locales(String option) {
        List<String> texts =
                options.texts(path(option)).orElse(List.of()).stream()
                        .map(text -> text.replaceFirst("/.*", ""))
                        .toList();
        if (!texts.isEmpty() && texts.stream().allMatch(Shape.LOCALE::matches)) {
            made.addAll(texts);
            draft.set("locales", Draft.texts(made));
            options.taken(path(option), "locales");
        }
    }

    /** NixOS makes the locales of all categories. */
    private void localeSettings() {
        List<String> all = path("i18n.extraLocaleSettings");
        var used = new LinkedHashSet<String>();
        for (String category : options.names(all)) {
            List<String> path = NixosOptions.below(all, category);
            options.text(path)
                    .filter(text -> Shape.LOCALE.matches(text) && category.matches("[A-Z_]+"))
                    .ifPresent(
                            text -> {
                                draft.set("localeSettings", category, new YamlValue.Text(text));
                                used.add(text);
                                options.taken(path, "localeSettings." + category);
                            });
        }
        used.removeAll(made);
        options.text(path("i18n.defaultLocale")).ifPresent(used::remove);
        used.remove("C.UTF-8");
        if (!used.isEmpty()) {
            made.addAll(used);
            draft.set("locales", Draft.texts(made));
        }
    }

    private void keyboard() {
        for (String before : List.of(XKB, "services.xserver.")) {
            options.take(before + "layout", "keyboard", this::layout);
            console(before + (before.equals(XKB) ? "model" : "xkbModel"), "keyboardModel");
            console(before + (before.equals(XKB) ? "variant" : "xkbVariant"), "keyboardVariant");
            options.take(
                    before + (before.equals(XKB) ? "options" : "xkbOptions"),
                    "console.keyboardOptions",
                    text -> {
                        draft.set(
                                "console",
                                "keyboardOptions",
                                Draft.texts(List.of(text.split(","))));
                        return !text.isEmpty();
                    });
        }
        options.bool(path("console.useXkbConfig"))
                .filter(on -> on)
                .ifPresent(on -> options.taken(path("console.useXkbConfig"), "keyboard"));
        options.text(path("console.keyMap"))
                .map(map -> map.equals("uk") ? "gb" : map.replaceFirst("-latin1.*", ""))
                .filter(map -> !draft.has("keyboard") && Shape.KEYBOARD.matches(map))
                .ifPresent(
                        map -> {
                            draft.set("keyboard", map);
                            options.near(
                                    path("console.keyMap"),
                                    "keyboard",
                                    "The layout of that language for console and screen.");
                        });
    }

    private boolean layout(String layout) {
        boolean fits = Shape.KEYBOARD.matches(layout);
        if (fits) {
            draft.set("keyboard", layout);
        }
        return fits;
    }

    private void console(String option, String field) {
        options.take(
                option,
                "console." + field,
                text -> {
                    boolean fits = text.matches("[A-Za-z0-9_-]+");
                    if (fits) {
                        draft.set("console", field, new YamlValue.Text(text));
                    }
                    return fits;
                });
    }

    private void font() {
        Matcher font = TERMINUS.matcher(options.text(path("console.font")).orElse(""));
        if (font.matches()) {
            String face = font.group(2).equals("b") ? "TerminusBold" : "Terminus";
            draft.set("console", "fontFace", new YamlValue.Text(face));
            draft.set("console", "fontSize", new YamlValue.Text(font.group(1)));
            options.taken(path("console.font"), "console.fontFace");
            options.taken(path("console.packages"), "console.fontFace");
        }
    }

    private void clock() {
        options.bool(path("services.timesyncd.enable"))
                .ifPresent(
                        on -> {
                            draft.set("ntp", "enabled", new YamlValue.Bool(on));
                            options.taken(path("services.timesyncd.enable"), "ntp.enabled");
                        });
        var servers = new ArrayList<String>();
        for (String option : List.of("networking.timeServers", "services.timesyncd.servers")) {
            options.texts(path(option))
                    .ifPresent(
                            some -> {
                                servers.addAll(some);
                                options.taken(path(option), "ntp.servers");
                            });
        }
        if (!servers.isEmpty()) {
            draft.set("ntp", "servers", Draft.texts(servers));
        }
    }
}
