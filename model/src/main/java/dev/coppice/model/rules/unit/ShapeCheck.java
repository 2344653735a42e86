package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding.Spot;

import java.util.Set;

/** A unit is made of sections and settings, and has the section of its kind. */
final class ShapeCheck implements UnitCheck {

    private static final String HELP =
            "Write sections in brackets with `Setting=value` lines below, such as [Service] and"
                    + " ExecStart=.";

    /** Kinds whose unit does nothing without its own section. */
    private static final Set<String> NEED_SECTION =
            Set.of("service", "socket", "timer", "path", "mount", "automount", "swap");

    @Override
    public void check(UnitView unit, UnitReport report) {
        UnitText text = unit.text();
        if (!text.stray().isEmpty()) {
            UnitText.Stray stray = text.stray().getFirst();
            String what =
                    stray.beforeSections()
                            ? "it does not start with a section"
                            : "`"
                                    + UnitReport.shorten(stray.text())
                                    + "` is neither a section nor a setting";
            bad(report, stray.spot(), what);
        } else if (text.sections().isEmpty()) {
            bad(report, new Spot(0, 0, 0), "it says nothing");
        } else if (!unit.dropIn()
                && NEED_SECTION.contains(unit.suffix())
                && !text.has(unit.ownSection())) {
            bad(
                    report,
                    text.sections().getFirst().spot(),
                    "it has no section [" + unit.ownSection() + "]");
        }
    }

    private static void bad(UnitReport report, Spot spot, String what) {
        report.add(spot, DiagnosticCode.BAD_UNIT_CONTENT, "this is not a unit file: " + what, HELP);
    }
}
