package dev.coppice.runner.build.debian;

import java.util.ArrayList;
import java.util.List;

/**
 * The [Install] section of a unit file (systemd.unit(5)), with its specifiers filled in.
 *
 * @param wantedBy units whose {@code .wants/} gets a link
 * @param requiredBy units whose {@code .requires/} gets a link
 * @param aliases other names
 * @param also units that are enabled with it
 */
record InstallSection(
        List<String> wantedBy, List<String> requiredBy, List<String> aliases, List<String> also) {

    /**
     * @param unit the name under which it is enabled, with its instance
     */
    static InstallSection parse(String text, String unit) {
        InstallSection result =
                new InstallSection(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean inside = false;
        for (String raw : text.replace("\\\n", " ").lines().toList()) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                inside = line.equals("[Install]");
            } else if (inside && line.indexOf('=') > 0 && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                result.set(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip(),
                        unit);
            }
        }
        return result;
    }

    private void set(String key, String value, String unit) {
        List<String> list =
                switch (key) {
                    case "WantedBy" -> wantedBy;
                    case "RequiredBy" -> requiredBy;
                    case "Alias" -> aliases;
                    case "Also" -> also;
                    default -> List.of();
                };
        if (list instanceof ArrayList<String> known) {
            if (value.isEmpty()) {
                known.clear();
            }
            for (String word : value.split("\\s+")) {
                if (!word.isEmpty()) {
                    known.add(expand(word, unit));
                }
            }
        }
    }

    private static String expand(String word, String unit) {
        int dot = unit.lastIndexOf('.');
        String name = dot > 0 ? unit.substring(0, dot) : unit;
        int at = name.indexOf('@');
        String prefix = at > 0 ? name.substring(0, at) : name;
        String instance = at > 0 ? name.substring(at + 1) : "";
        return word.replace("%i", instance)
                .replace("%I", instance)
                .replace("%j", name.substring(name.lastIndexOf('-') + 1))
                .replace("%p", prefix)
                .replace("%N", name)
                .replace("%n", unit);
    }

    boolean isEmpty() {
        return wantedBy.isEmpty() && requiredBy.isEmpty() && aliases.isEmpty() && also.isEmpty();
    }
}
