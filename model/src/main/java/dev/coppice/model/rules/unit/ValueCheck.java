package dev.coppice.model.rules.unit;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding.Spot;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.UnitValues;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Values are of the kind that their setting takes; systemd passes over others. */
final class ValueCheck implements UnitCheck {

    private static final Set<String> TRUTH =
            Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");

    private static final Pattern COMMENT = Pattern.compile("^(.*?)\\s+[#;]\\s.*$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,5}");

    @Override
    public void check(UnitView unit, UnitReport report) {
        for (UnitText.Setting setting : unit.text().settings()) {
            boolean open =
                    setting.value().isEmpty()
                            || setting.value().contains("%")
                            || setting.continued();
            if (!open) {
                value(unit, setting, report);
            }
        }
    }

    private static void value(UnitView unit, UnitText.Setting setting, UnitReport report) {
        String name = setting.section() + "." + setting.name();
        String kind =
                unit.context()
                        .known()
                        .unitSettings()
                        .kind(setting.section(), setting.name())
                        .orElse("");
        if (name.equals("Timer.OnCalendar")) {
            calendar(setting, report);
            return;
        }
        UnitValues values = unit.context().known().unitValues();
        Optional<String> wanted = wanted(values, name, kind, setting.value());
        if (wanted.isPresent() && !comment(setting, report)) {
            report.add(
                    setting.valueSpot(),
                    DiagnosticCode.BAD_SETTING,
                    "`"
                            + UnitReport.shorten(setting.value())
                            + "` is no value of `"
                            + setting.name()
                            + "=`",
                    wanted.get(),
                    better(values, name, kind, setting.value())
                            .flatMap(b -> report.replace(setting.valueSpot(), b)));
        }
    }

    /** What to write instead when a value is not of its kind; empty when it is. */
    private static Optional<String> wanted(
            UnitValues values, String name, String kind, String value) {
        List<String> words = values.choices(name);
        if (!words.isEmpty()) {
            return words.contains(value)
                    ? Optional.empty()
                    : Optional.of("Possible: " + String.join(", ", words) + ".");
        }
        List<String> besides = values.besidesTruth(name);
        if (!besides.isEmpty()) {
            return isTruth(value) || besides.contains(value)
                    ? Optional.empty()
                    : Optional.of("Possible: yes, no, " + String.join(", ", besides) + ".");
        }
        boolean good =
                switch (kind) {
                    case "BOOLEAN" -> isTruth(value);
                    case "SECONDS" -> TimeSpans.isOne(value);
                    case "UNSIGNED", "INTEGER", "NICE" -> NUMBER.matcher(value).matches();
                    case "MODE" -> !name.endsWith("Mode") || octal(name, value);
                    default -> true;
                };
        return good
                ? Optional.empty()
                : Optional.of(
                        switch (kind) {
                            case "BOOLEAN" -> "Write yes or no.";
                            case "SECONDS" ->
                                    "Write a number and a unit, such as 30s, 5min or 1h; without a"
                                            + " unit it is seconds.";
                            case "MODE" -> "Write octal digits, such as 0644.";
                            default -> "Write a whole number.";
                        });
    }

    private static boolean octal(String name, String value) {
        boolean permission = name.endsWith("DirectoryMode") || name.endsWith("SocketMode");
        return !permission || OCTAL.matcher(value).matches();
    }

    private static boolean isTruth(String value) {
        return TRUTH.contains(value.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> better(
            UnitValues values, String name, String kind, String value) {
        if (!values.choices(name).isEmpty()) {
            return Closest.to(value, values.choices(name));
        }
        return kind.equals("BOOLEAN")
                ? Closest.to(value, List.of("yes", "no", "true", "false"))
                : Optional.empty();
    }

    /** systemd knows no comments behind values. */
    private static boolean comment(UnitText.Setting setting, UnitReport report) {
        var comment = COMMENT.matcher(setting.value());
        if (!comment.matches()) {
            return false;
        }
        Spot spot = setting.valueSpot();
        report.add(
                spot,
                DiagnosticCode.INLINE_COMMENT,
                "the comment becomes part of the value of `" + setting.name() + "=`",
                "Put the comment on a line of its own.",
                report.replace(spot, comment.group(1)));
        return true;
    }

    private static void calendar(UnitText.Setting setting, UnitReport report) {
        if (Calendars.isOne(setting.value()) || comment(setting, report)) {
            return;
        }
        Optional<String> meant = Calendars.meant(setting.value());
        Optional<Fix> fix = meant.flatMap(m -> report.replace(setting.valueSpot(), m));
        report.add(
                setting.valueSpot(),
                DiagnosticCode.BAD_CALENDAR,
                "`" + UnitReport.shorten(setting.value()) + "` is not a calendar event of systemd",
                meant.map(m -> "Did you mean `" + m + "`?").orElse(Calendars.HELP),
                fix);
    }
}
