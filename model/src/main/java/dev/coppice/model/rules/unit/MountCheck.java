package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding.Spot;
import dev.coppice.model.linux.UnitNames;

import java.util.Map;
import java.util.Optional;

/** Mount units say what is mounted where, and are called after the place (systemd.mount(5)). */
final class MountCheck implements UnitCheck {

    private static final Map<String, String> PLACE = Map.of("mount", "Where", "automount", "Where");

    @Override
    public void check(UnitView unit, UnitReport report) {
        String key = PLACE.get(unit.suffix());
        if (key == null || unit.dropIn()) {
            return;
        }
        Optional<UnitText.Setting> where = unit.text().last(unit.ownSection(), key);
        Spot section = unit.text().sections().getFirst().spot();
        if (where.isEmpty()) {
            report.add(
                    section,
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "systemd refuses a " + unit.suffix() + " unit without `Where=`",
                    "Write the directory, such as Where=/srv/data.");
        } else if (unit.suffix().equals("mount") && unit.text().last("Mount", "What").isEmpty()) {
            report.add(
                    section,
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "systemd refuses a mount unit without `What=`",
                    "Write what is mounted, such as What=/dev/disk/by-label/data.");
        } else {
            name(unit, where.get(), report);
        }
    }

    private static void name(UnitView unit, UnitText.Setting where, UnitReport report) {
        String right = UnitNames.ofPath(where.value()) + "." + unit.suffix();
        if (!where.value().startsWith("/") || where.value().contains("%")) {
            return;
        }
        if (!unit.name().equals(right)) {
            report.add(
                    where.valueSpot(),
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "a unit for this place must be called `" + right + "`, or systemd refuses it",
                    "Rename the unit; `systemd-escape --path` makes such names.");
        }
    }
}
