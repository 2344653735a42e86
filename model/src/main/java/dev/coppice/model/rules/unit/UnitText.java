package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.Finding.Spot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a unit as systemd reads it (systemd.syntax(7)): sections, settings, comments, lines
 * that a backslash continues.
 *
 * @param settings in the order of the text
 * @param sections in the order of the text
 * @param stray lines that are neither a section nor a setting, or stand before any section
 */
public record UnitText(List<Setting> settings, List<Section> sections, List<Stray> stray) {

    public UnitText {
        settings = List.copyOf(settings);
        sections = List.copyOf(sections);
        stray = List.copyOf(stray);
    }

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

    boolean has(String section) {
        return sections.stream().anyMatch(s -> s.name().equals(section));
    }

    /** All settings of a name in a section. */
    List<Setting> all(String section, String name) {
        return settings.stream()
                .filter(s -> s.section().equals(section) && s.name().equals(name))
                .toList();
    }

    /** The setting that counts where one is allowed: the last one. */
    Optional<Setting> last(String section, String name) {
        List<Setting> found = all(section, name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }
}
