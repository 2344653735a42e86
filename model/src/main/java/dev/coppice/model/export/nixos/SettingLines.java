package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines {@code name = value} with comments, as PostgreSQL's configuration has them (the chapter
 * "Setting Parameters" of its manual).
 */
final class SettingLines {

    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*(?:([A-Za-z_][\\w.]*)\\s*(?:=\\s*|\\s)(?:'((?:[^'\\\\]|'')*)'|([^'#\\s]+)))?"
                        + "\\s*(?:#.*)?");

    private SettingLines() {}

    /** The settings in their order; empty when a line is something else. */
    static Optional<SequencedMap<String, NixValue>> parse(String text) {
        var settings = new LinkedHashMap<String, NixValue>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String name = matcher.group(1);
            if (name != null && name.startsWith("include")) {
                return Optional.empty();
            }
            if (name != null) {
                settings.put(
                        name,
                        matcher.group(2) != null
                                ? of(matcher.group(2).replace("''", "'"))
                                : bare(matcher.group(3)));
            }
        }
        return Optional.of(settings);
    }

    private static NixValue bare(String word) {
        return switch (word) {
            case "on", "true", "yes" -> of(true);
            case "off", "false", "no" -> of(false);
            default -> NixValue.numberOr(word);
        };
    }
}
