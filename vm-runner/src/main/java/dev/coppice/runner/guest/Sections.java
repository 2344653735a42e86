package dev.coppice.runner.guest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The output of a script that reports several things: each behind a line {@code @@coppice NAME}.
 *
 * @param byName the text of each section, in order; without the newline that ends its last line
 */
record Sections(Map<String, String> byName) {

    static final String MARK = "@@coppice ";

    Sections {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The command that begins a section. */
    static String begin(String name) {
        // Preceded by a newline, since what was printed before may not have ended its line.
        return "printf '\\n" + MARK + "%s\\n' " + ShellWords.quote(name) + "\n";
    }

    static Sections parse(String output) {
        var sections = new LinkedHashMap<String, StringBuilder>();
        StringBuilder current = new StringBuilder();
        for (String line : output.split("\n", -1)) {
            if (line.startsWith(MARK)) {
                current = new StringBuilder();
                sections.put(line.substring(MARK.length()), current);
            } else {
                current.append(line).append('\n');
            }
        }
        var result = new LinkedHashMap<String, String>();
        sections.forEach((name, text) -> result.put(name, withoutEnd(text.toString())));
        return new Sections(result);
    }

    /** The text of a section; empty when there is none. */
    String text(String name) {
        return byName.getOrDefault(name, "");
    }

    /** The lines of a section that hold something. */
    List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
