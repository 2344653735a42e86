package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which settings systemd reads in which section of a unit, and of what kind their values are. */
public final class UnitSettings {

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private final Map<String, Words> words = new HashMap<>();

    UnitSettings() {
        for (String row : TableFile.rows("unit-settings.txt")) {
            String[] columns = row.split("\t", -1);
            sections.computeIfAbsent(columns[0], s -> new LinkedHashMap<>())
                    .put(columns[1], columns[2]);
        }
        sections.forEach((name, settings) -> words.put(name, new Words(settings.keySet())));
    }

    /** The sections of all kinds of units. */
    public Set<String> sections() {
        return sections.keySet();
    }

    /** The names of a section's settings. */
    public Set<String> of(String section) {
        return sections.getOrDefault(section, Map.of()).keySet();
    }

    /** The kind of a setting's value in systemd's words, such as {@code BOOLEAN}. */
    public Optional<String> kind(String section, String setting) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(setting));
    }

    /** The sections other than one that know a setting. */
    public List<String> elsewhere(String setting, String section) {
        var found = new ArrayList<String>();
        sections.forEach(
                (name, settings) -> {
                    if (!name.equals(section) && settings.containsKey(setting)) {
                        found.add(name);
                    }
                });
        return found;
    }

    /** The nearest setting of a section. */
    public Optional<String> near(String section, String setting) {
        return Optional.ofNullable(words.get(section)).flatMap(w -> w.near(setting));
    }
}
