package dev.coppice.model.importing;

import dev.coppice.model.rules.unit.UnitText;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of language, keyboard, console and clock, read as settings. */
final class RegionTexts {

    private static final Pattern AUTOLOGIN =
            Pattern.compile("(?s).*agetty .*--autologin ([a-z_][a-z0-9_-]*) .*");
    private static final Pattern FIXED = Pattern.compile("(8x16|16)?");

    private final Draft draft;

    RegionTexts(Draft draft) {
        this.draft = draft;
    }

    /** locale.conf(5): the language, and categories that differ. */
    boolean locale(String content) {
        Map<String, String> variables = ConfigLines.variables(content);
        boolean all =
                !variables.isEmpty()
                        && variables.entrySet().stream()
                                .allMatch(
                                        each ->
                                                each.getKey().matches("LANG|LC_[A-Z]+")
                                                        && Shape.LOCALE.matches(each.getValue()));
        if (all) {
            variables.forEach(
                    (name, value) -> {
                        if (name.equals("LANG")) {
                            draft.set("locale", value);
                        } else {
                            draft.set("localeSettings", name, new YamlValue.Text(value));
                        }
                    });
        }
        return all;
    }

    /** locale.gen(5): the locales that are made. */
    boolean locales(String content) {
        List<String> lines = ConfigLines.of(content);
        List<String> names =
                lines.stream()
                        .map(line -> line.split("\\s+")[0])
                        .filter(Shape.LOCALE::matches)
                        .distinct()
                        .toList();
        if (names.size() == lines.size() && !names.isEmpty()) {
            draft.set("locales", Draft.texts(names));
            return true;
        }
        return lines.isEmpty();
    }

    /** keyboard(5). */
    boolean keyboard(String content) {
        Map<String, String> all = ConfigLines.variables(content);
        if (!Shape.KEYBOARD.matches(all.getOrDefault("XKBLAYOUT", ""))) {
            return false;
        }
        draft.set("keyboard", all.get("XKBLAYOUT"));
        put("keyboardModel", all.getOrDefault("XKBMODEL", ""), "pc105");
        put("keyboardVariant", all.getOrDefault("XKBVARIANT", ""), "");
        String options = all.getOrDefault("XKBOPTIONS", "");
        if (!options.isBlank()) {
            draft.set("console", "keyboardOptions", Draft.texts(List.of(options.split(","))));
        }
        return true;
    }

    private void put(String field, String value, String usual) {
        if (!value.isBlank() && !value.equals(usual)) {
            draft.set("console", field, new YamlValue.Text(value));
        }
    }

    /** console-setup(5). */
    boolean console(String content) {
        Map<String, String> all = ConfigLines.variables(content);
        String face = all.getOrDefault("FONTFACE", "");
        String size = all.getOrDefault("FONTSIZE", "");
        if (face.isEmpty() && size.isEmpty()) {
            return !all.isEmpty();
        }
        boolean usual = face.equals("Fixed") && FIXED.matcher(size).matches();
        if (!usual && !face.isEmpty()) {
            draft.set("console", "fontFace", new YamlValue.Text(face));
        }
        if (!usual && Shape.FONT_SIZE.matches(size)) {
            draft.set("console", "fontSize", new YamlValue.Text(size));
        }
        return true;
    }

    /** A drop-in of the first console's getty. */
    boolean autologin(String content) {
        Matcher matcher = AUTOLOGIN.matcher(content);
        if (matcher.matches()) {
            draft.set("console", "autologin", new YamlValue.Text(matcher.group(1)));
        }
        return matcher.matches();
    }

    /** timesyncd.conf(5). */
    boolean clock(String content) {
        UnitText text = UnitText.parse(content);
        var servers = new ArrayList<String>();
        for (UnitText.Setting setting : text.settings()) {
            if (!setting.name().equals("NTP")) {
                return false;
            }
            servers.addAll(List.of(setting.value().split("\\s+")));
        }
        if (!servers.isEmpty()) {
            draft.set("ntp", "servers", Draft.texts(servers));
        }
        return !servers.isEmpty();
    }
}
