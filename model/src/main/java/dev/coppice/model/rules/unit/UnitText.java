package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.Finding.Spot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a unit as systemd reads it (systemd.syntax(7)): sections, settings, comments, lines
 * that a backslash continues.
 */
public final class UnitText {

    private final List<Setting> settings;
    private final List<Section> sections;
    private final List<Stray> stray;
    private final Set<String> named = new HashSet<>();

    /** By section and name: checks ask for a setting at each line, and units may be long. */
    private final Map<Key, List<Setting>> byKey = new HashMap<>();

    private UnitText(List<Setting> settings, List<Section> sections, List<Stray> stray) {
        this.settings = List.copyOf(settings);
        this.sections = List.copyOf(sections);
        this.stray = List.copyOf(stray);
        sections.forEach(section -> named.add(section.name()));
        for (Setting setting : settings) {
            byKey.computeIfAbsent(
                            new Key(setting.section(), setting.name()), key -> new ArrayList<>())
                    .add(setting);
        }
    }

    private record Key(String section, String name) {}

    /** A line {@code [Name]}. */
    public record Section(String name, Spot spot) {}

    /** A line that means nothing. */
    public record Stray(String text, boolean beforeSections, Spot spot) {}

    /**
     * A line {@code Name=value}.
     *
     * @param section the section that it stands in
     * @param value without the blanks around it, continued lines joined
     * @param continued whether the value goes on over several lines
     */
    public record Setting(
            String section,
            String name,
            String value,
            boolean continued,
            Spot nameSpot,
            Spot valueSpot) {}

    /** Reads a text; whatever it is, something comes of it. */
    public static UnitText parse(String content) {
        var settings = new ArrayList<Setting>();
        var sections = new ArrayList<Section>();
        var stray = new ArrayList<Stray>();
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
                continue;
            }
            int first = i;
            var joined = new StringBuilder();
            String part = line;
            while (part.endsWith("\\") && i + 1 < lines.length) {
                joined.append(part, 0, part.length() - 1).append(' ');
                i++;
                while (i + 1 < lines.length && lines[i].strip().matches("[#;].*")) {
                    i++;
                }
                part = lines[i].stripTrailing();
            }
            String whole = joined.append(part).toString();
            var spot = new Spot(first, line.indexOf(text), line.length());
            if (text.startsWith("[") && text.endsWith("]") && text.length() > 2) {
                sections.add(new Section(text.substring(1, text.length() - 1), spot));
            } else if (whole.indexOf('=') <= 0 || sections.isEmpty()) {
                stray.add(new Stray(text, sections.isEmpty(), spot));
            } else {
                String section = sections.getLast().name();
                settings.add(setting(section, line, whole, first, i > first));
            }
        }
        return new UnitText(settings, sections, stray);
    }

    private static Setting setting(
            String section, String line, String whole, int number, boolean continued) {
        int equals = whole.indexOf('=');
        String name = whole.substring(0, equals).strip();
        String value = whole.substring(equals + 1).strip();
        int nameStart = Math.max(0, line.indexOf(name));
        int from = Math.min(line.length(), line.indexOf('=') + 1);
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        int end = continued ? Math.max(from, line.length() - 1) : line.length();
        var nameSpot = new Spot(number, nameStart, nameStart + name.length());
        var valueSpot =
                from >= end
                        ? new Spot(number, nameStart, line.length())
                        : new Spot(number, from, end);
        return new Setting(section, name, value, continued, nameSpot, valueSpot);
    }

    /** The settings in the order of the text. */
    public List<Setting> settings() {
        return settings;
    }

    /** The sections in the order of the text. */
    public List<Section> sections() {
        return sections;
    }

    /** Lines that are neither a section nor a setting, or stand before any section. */
    public List<Stray> stray() {
        return stray;
    }

    boolean has(String section) {
        return named.contains(section);
    }

    /** All settings of a name in a section, in the order of the text. */
    List<Setting> all(String section, String name) {
        return Collections.unmodifiableList(byKey.getOrDefault(new Key(section, name), List.of()));
    }

    /** The setting that counts where one is allowed: the last one. */
    Optional<Setting> last(String section, String name) {
        List<Setting> found = all(section, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }
}
