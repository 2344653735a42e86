package dev.coppice.model.rules.unit;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.rules.known.UnitSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sections and settings are ones that systemd reads. It only writes a line to the log about others,
 * and goes on without them.
 */
final class NameCheck implements UnitCheck {

    @Override
    public void check(UnitView unit, UnitReport report) {
        UnitSettings known = unit.context().known().unitSettings();
        for (UnitText.Section section : unit.text().sections()) {
            if (!reads(unit, section.name(), known)) {
                section(unit, section, known, report);
            }
        }
        for (UnitText.Setting setting : unit.text().settings()) {
            if (reads(unit, setting.section(), known)
                    && !setting.section().startsWith("X-")
                    && !setting.name().startsWith("X-")
                    && !known.of(setting.section()).contains(setting.name())) {
                setting(unit, setting, known, report);
            }
        }
    }

    /** Without a known kind every section may be right. */
    private static boolean reads(UnitView unit, String section, UnitSettings known) {
        return section.startsWith("X-")
                || section.equals("Unit")
                || section.equals("Install")
                || (unit.ownSection().isEmpty()
                        ? known.sections().contains(section)
                        : section.equals(unit.ownSection()));
    }

    private static void section(
            UnitView unit, UnitText.Section section, UnitSettings known, UnitReport report) {
        var possible = new ArrayList<>(List.of("Unit", "Install"));
        if (known.sections().contains(unit.ownSection())) {
            possible.add(unit.ownSection());
        }
        Optional<String> near = Closest.to(section.name(), possible);
        String kind = unit.suffix().isEmpty() ? "unit" : unit.suffix();
        report.add(
                section.spot(),
                DiagnosticCode.UNKNOWN_SECTION,
                "systemd reads no section ["
                        + UnitReport.shorten(section.name())
                        + "] in a "
                        + kind,
                near.map(n -> "Did you mean [" + n + "]?")
                        .orElse(
                                "Possible here: ["
                                        + String.join("], [", possible)
                                        + "]; what stands below is not read."),
                near.flatMap(n -> report.replace(section.spot(), "[" + n + "]")));
    }

    private static void setting(
            UnitView unit, UnitText.Setting setting, UnitSettings known, UnitReport report) {
        List<String> elsewhere = known.elsewhere(setting.name(), setting.section());
        Set<String> here = Set.of("Unit", "Install", unit.ownSection());
        Optional<String> right = elsewhere.stream().filter(here::contains).findFirst();
        String shown = UnitReport.shorten(setting.name());
        if (right.isPresent()) {
            report.add(
                    setting.nameSpot(),
                    DiagnosticCode.WRONG_SECTION,
                    "`" + shown + "=` does nothing in [" + setting.section() + "]",
                    "Move the line to [" + right.get() + "].");
            return;
        }
        Optional<String> near = known.near(setting.section(), setting.name());
        String other = elsewhere.isEmpty() ? "" : "; it belongs to [" + elsewhere.getFirst() + "]";
        report.add(
                setting.nameSpot(),
                DiagnosticCode.UNKNOWN_SETTING,
                "systemd knows no setting `" + shown + "=` in [" + setting.section() + "]" + other,
                near.map(n -> "Did you mean `" + n + "=`?")
                        .orElse(
                                "systemd passes over the line. Look the name up in"
                                        + " systemd.directives(7), or begin it with X- if it is"
                                        + " your own."),
                near.flatMap(n -> report.replace(setting.nameSpot(), n)));
    }
}
