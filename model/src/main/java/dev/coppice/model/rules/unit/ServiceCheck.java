package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;

import java.util.List;
import java.util.Set;

/** Services have what systemd wants of one before it loads them (systemd.service(5)). */
final class ServiceCheck implements UnitCheck {

    @Override
    public void check(UnitView unit, UnitReport report) {
        if (!unit.suffix().equals("service")) {
            return;
        }
        List<UnitText.Setting> starts = effective(unit.text().all("Service", "ExecStart"));
        if (unit.dropIn()) {
            dropIn(unit, report);
            return;
        }
        UnitText text = unit.text();
        String type = text.last("Service", "Type").map(UnitText.Setting::value).orElse("simple");
        if (starts.size() > 1 && !type.equals("oneshot")) {
            report.add(
                    starts.get(1).nameSpot(),
                    DiagnosticCode.MANY_EXEC_START,
                    "only a service of Type=oneshot may have more than one `ExecStart=`",
                    "Keep one, put the others into a script, or write Type=oneshot when all of them"
                            + " come to an end.");
        }
        boolean success = text.last("Unit", "SuccessAction").isPresent();
        boolean stops = !effective(text.all("Service", "ExecStop")).isEmpty();
        if (starts.isEmpty() && !success && !(stops && remains(text))) {
            report.add(
                    text.sections().stream()
                            .filter(s -> s.name().equals("Service"))
                            .findFirst()
                            .orElse(text.sections().getFirst())
                            .spot(),
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "systemd refuses a service without `ExecStart=`",
                    "Write what the service runs, such as ExecStart=/usr/local/bin/backup.");
        }
        if (type.equals("dbus") && text.last("Service", "BusName").isEmpty()) {
            report.add(
                    text.last("Service", "Type").orElseThrow().valueSpot(),
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "systemd refuses a service of Type=dbus without `BusName=`",
                    "Write the name that the program takes on the bus, or another Type.");
        }
    }

    private static boolean remains(UnitText text) {
        return text.last("Service", "RemainAfterExit")
                .filter(s -> Set.of("yes", "true", "on", "1").contains(s.value()))
                .isPresent();
    }

    /** An empty assignment takes back the earlier ones. */
    private static List<UnitText.Setting> effective(List<UnitText.Setting> all) {
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).value().isEmpty()) {
                from = i + 1;
            }
        }
        return all.subList(from, all.size());
    }

    private static void dropIn(UnitView unit, UnitReport report) {
        List<UnitText.Setting> all = unit.text().all("Service", "ExecStart");
        boolean resets = all.stream().anyMatch(s -> s.value().isEmpty());
        boolean oneshot =
                unit.text()
                        .last("Service", "Type")
                        .filter(t -> t.value().equals("oneshot"))
                        .isPresent();
        if (!all.isEmpty() && !resets && !oneshot) {
            report.add(
                    all.getFirst().nameSpot(),
                    DiagnosticCode.DROP_IN_EXEC,
                    "this adds a second command to the one that the unit has",
                    "Write an empty `ExecStart=` before it, which takes the unit's own back.",
                    report.insertBefore(all.getFirst().nameSpot().line(), "ExecStart="));
        }
    }
}
