package dev.coppice.model.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of small configuration files. */
final class ConfigLines {

    private static final Pattern ASSIGNED =
            Pattern.compile("(\\w+)=(?:\"([^\"$`\\\\]*)\"|'([^']*)'|([^\\s\"'$`\\\\]*))");

    private ConfigLines() {}

    /** The lines that are neither blank nor a comment. */
    static List<String> of(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                .toList();
    }

    /** Variables of a shell; empty when a line is something else. */
    static Map<String, String> variables(String text) {
        var variables = new LinkedHashMap<String, String>();
        for (String line : of(text)) {
            Matcher matcher = ASSIGNED.matcher(line);
            if (!matcher.matches()) {
                return Map.of();
            }
            String value =
                    matcher.group(2) != null
                            ? matcher.group(2)
                            : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            variables.put(matcher.group(1), value);
        }
        return variables;
    }
}
