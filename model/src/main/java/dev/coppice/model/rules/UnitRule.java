package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.UnitNames;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Units of one's own read like units: sections, settings, and the section of their kind. */
final class UnitRule implements Rule {

    private static final Pattern SECTION = Pattern.compile("\\[[^\\[\\]]+]");

    /** Kinds whose unit does nothing without its own section. */
    private static final Set<String> NEED_SECTION =
            Set.of("service", "socket", "timer", "path", "mount", "automount", "swap");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields unit : context.root().records("units")) {
            unit.text("content").ifPresent(content -> content(unit, content, findings));
        }
    }

    private static void content(
            Bound.Fields unit, Bound.Value<String> content, Consumer<Finding> findings) {
        List<String> lines = logicalLines(content.value());
        Optional<String> problem = firstProblem(lines);
        Optional<String> section =
                unit.text("name")
                        .map(name -> UnitNames.suffix(name.value()))
                        .filter(NEED_SECTION::contains)
                        .map(UnitRule::sectionOf);
        boolean dropIn = unit.has("dropIn") || !unit.whole("dropIn");
        if (problem.isEmpty() && !dropIn && section.isPresent()) {
            problem =
                    lines.contains(section.get())
                            ? Optional.empty()
                            : Optional.of("it has no section " + section.get());
        }
        problem.ifPresent(
                what ->
                        findings.accept(
                                Finding.at(
                                        content.path(),
                                        DiagnosticCode.BAD_UNIT_CONTENT,
                                        "this is not a unit file: " + what,
                                        "Write sections in brackets with `Setting=value` lines"
                                                + " below, such as [Service] and ExecStart=.")));
    }

    private static String sectionOf(String suffix) {
        return "[" + suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1) + "]";
    }

    /** Lines without comments and blanks, continued ones joined. */
    private static List<String> logicalLines(String content) {
        return content.replaceAll("\\\\\\r?\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                .toList();
    }

    private static Optional<String> firstProblem(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.of("it says nothing");
        }
        if (!SECTION.matcher(lines.getFirst()).matches()) {
            return Optional.of("it does not start with a section");
        }
        return lines.stream()
                .filter(line -> !SECTION.matcher(line).matches() && line.indexOf('=') <= 0)
                .findFirst()
                .map(
                        line ->
                                "`"
                                        + (line.length() > 40 ? line.substring(0, 39) + "…" : line)
                                        + "` is neither a section nor a setting");
    }
}
