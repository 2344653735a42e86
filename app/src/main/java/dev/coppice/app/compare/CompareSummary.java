package dev.coppice.app.compare;

import dev.coppice.app.format.Human;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;
import dev.coppice.runner.compare.GenerationComparison.Topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison in one line: {@code 2 settings changed, 1 package added, boot 0.4 s faster}. */
final class CompareSummary {

    private static final Map<Topic, String> THINGS =
            Map.of(
                    Topic.SETTINGS, "setting",
                    Topic.PACKAGES, "package",
                    Topic.FILES, "file",
                    Topic.UNITS, "unit",
                    Topic.PORTS, "port",
                    Topic.USERS, "user",
                    Topic.KERNEL, "kernel variable",
                    Topic.CHECKS, "check");

    private CompareSummary() {}

    static String of(GenerationComparison comparison) {
        var parts = new ArrayList<String>();
        for (Section section : comparison.sections()) {
            switch (section.topic()) {
                case BOOT -> measure(section, "boot", "slower", "faster", parts);
                case SIZE -> measure(section, "", "larger", "smaller", parts);
                default -> count(section, parts);
            }
        }
        if (parts.isEmpty()) {
            return "Nothing is different.";
        }
        String line = String.join(", ", parts);
        return Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".";
    }

    private static void count(Section section, List<String> parts) {
        for (Kind kind : List.of(Kind.ADDED, Kind.REMOVED, Kind.CHANGED)) {
            long n = section.rows().stream().filter(row -> row.kind() == kind).count();
            if (n > 0) {
                parts.add(
                        Human.count(n, THINGS.get(section.topic()))
                                + " "
                                + kind.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The row that stands for the whole: the first of the boot times, the last of the sizes. */
    private static void measure(
            Section section, String what, String more, String less, List<String> parts) {
        if (section.rows().isEmpty()) {
            return;
        }
        Row row =
                section.topic() == Topic.BOOT
                        ? section.rows().getFirst()
                        : section.rows().getLast();
        if (row.kind() == Kind.CHANGED && !row.detail().isEmpty()) {
            String difference = row.detail().getFirst();
            String amount = difference.replaceFirst("^[+\\-−]", "");
            String way = difference.startsWith("+") ? more : less;
            parts.add((what + " " + amount + " " + way).strip());
        }
    }
}
