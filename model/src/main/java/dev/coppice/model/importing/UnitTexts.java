package dev.coppice.model.importing;

import dev.coppice.model.rules.unit.UnitText;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unit files in {@code /etc/systemd/system}, gathered: pairs of a timer and its service that an
 * export wrote become timers again, others are units.
 */
final class UnitTexts {

    private static final String FOLDER = "/etc/systemd/system/";
    private static final Map<String, String> TIMES =
            Map.of(
                    "OnCalendar", "onCalendar",
                    "OnBootSec", "onBoot",
                    "OnUnitActiveSec", "every",
                    "RandomizedDelaySec", "randomizedDelay");
    private static final Pattern COMMAND = Pattern.compile("/bin/sh -c (\"(.*)\"|(\\S+))");

    private final Draft draft;
    private final Map<String, String> whole = new LinkedHashMap<>();

    UnitTexts(Draft draft) {
        this.draft = draft;
    }

    /** Takes a unit or a drop-in. */
    boolean take(String path, String content) {
        if (!path.startsWith(FOLDER) || content.isBlank()) {
            return false;
        }
        String[] names = path.substring(FOLDER.length()).split("/", -1);
        if (names.length == 1 && Shape.UNIT_FILE.matches(names[0])) {
            whole.put(names[0], content);
            return true;
        }
        if (names.length != 2 || !names[0].endsWith(".d") || !names[1].endsWith(".conf")) {
            return false;
        }
        String name = names[0].substring(0, names[0].length() - 2);
        String own = names[1].substring(0, names[1].length() - ".conf".length());
        if (!Shape.UNIT_FILE.matches(name) || !Shape.DROP_IN.matches(own)) {
            return false;
        }
        unit(name, Optional.of(own), content);
        return true;
    }

    private void unit(String name, Optional<String> dropIn, String content) {
        var unit = new LinkedHashMap<String, YamlValue>();
        unit.put("name", new YamlValue.Text(name));
        dropIn.ifPresent(own -> unit.put("dropIn", new YamlValue.Text(own)));
        unit.put("content", new YamlValue.Text(content));
        draft.add("units", new YamlValue.Fields(unit));
    }

    /** The names of timers whose units are gone into them. */
    Set<String> finish() {
        var timers = new HashSet<String>();
        for (String name : List.copyOf(whole.keySet())) {
            String base = name.replaceFirst("\\.timer$", "");
            if (name.endsWith(".timer") && whole.containsKey(base + ".service")) {
                timer(base)
                        .ifPresent(
                                fields -> {
                                    draft.add("timers", new YamlValue.Fields(fields));
                                    timers.add(name);
                                    whole.remove(name);
                                    whole.remove(base + ".service");
                                });
            }
        }
        whole.forEach((name, content) -> unit(name, Optional.empty(), content));
        whole.clear();
        return timers;
    }

    private Optional<LinkedHashMap<String, YamlValue>> timer(String name) {
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        for (var each : UnitText.parse(whole.get(name + ".service")).settings()) {
            switch (each.section() + "." + each.name()) {
                case "Unit.Description" -> {
                    if (!each.value().equals("Timer " + name)) {
                        fields.put(
                                "description", new YamlValue.Text(each.value().replace("%%", "%")));
                    }
                }
                case "Service.Type" -> {
                    if (!each.value().equals("oneshot")) {
                        return Optional.empty();
                    }
                }
                case "Service.User" -> {
                    if (!each.value().equals("root")) {
                        fields.put("user", new YamlValue.Text(each.value()));
                    }
                }
                case "Service.ExecStart" -> {
                    Matcher matcher = COMMAND.matcher(each.value());
                    if (!matcher.matches()) {
                        return Optional.empty();
                    }
                    String command =
                            matcher.group(2) != null
                                    ? matcher.group(2).replaceAll("\\\\([\"\\\\])", "$1")
                                    : matcher.group(3);
                    fields.put(
                            "command",
                            new YamlValue.Text(command.replace("%%", "%").replace("$$", "$")));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return fields.containsKey("command") && times(name, fields)
                ? Optional.of(fields)
                : Optional.empty();
    }

    private boolean times(String name, Map<String, YamlValue> fields) {
        boolean when = false;
        for (var each : UnitText.parse(whole.get(name + ".timer")).settings()) {
            String field = TIMES.get(each.name());
            if (each.section().equals("Timer") && field != null) {
                when |= !field.equals("randomizedDelay");
                fields.put(field, new YamlValue.Text(each.value()));
            } else if (each.name().equals("Persistent")) {
                fields.put("persistent", new YamlValue.Bool(each.value().equals("yes")));
            } else if (!Set.of("Description", "AccuracySec", "OnActiveSec", "WantedBy")
                    .contains(each.name())) {
                return false;
            }
        }
        return when;
    }
}
