package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.PackageUnits;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Timers, sockets and path units say when they start something, and that is there. */
final class TriggerCheck implements UnitCheck {

    /** The settings of which one must be there, and an example, by kind. */
    private static final Map<String, List<String>> WHEN =
            Map.of(
                    "timer",
                    List.of(
                            "OnCalendar",
                            "OnBootSec",
                            "OnUnitActiveSec",
                            "OnActiveSec",
                            "OnStartupSec",
                            "OnUnitInactiveSec",
                            "OnClockChange",
                            "OnTimezoneChange"),
                    "socket",
                    List.of(
                            "ListenStream",
                            "ListenDatagram",
                            "ListenSequentialPacket",
                            "ListenFIFO",
                            "ListenNetlink",
                            "ListenMessageQueue",
                            "ListenUSBFunction",
                            "ListenSpecial"),
                    "path",
                    List.of(
                            "PathExists",
                            "PathChanged",
                            "PathModified",
                            "PathExistsGlob",
                            "DirectoryNotEmpty"));

    @Override
    public void check(UnitView unit, UnitReport report) {
        List<String> when = WHEN.get(unit.suffix());
        if (when == null || unit.dropIn()) {
            return;
        }
        UnitText text = unit.text();
        boolean said =
                text.settings().stream()
                        .anyMatch(
                                s ->
                                        s.section().equals(unit.ownSection())
                                                && when.contains(s.name())
                                                && !s.value().isEmpty());
        if (!said) {
            report.add(
                    text.sections().stream()
                            .filter(s -> s.name().equals(unit.ownSection()))
                            .findFirst()
                            .orElse(text.sections().getFirst())
                            .spot(),
                    DiagnosticCode.UNIT_INCOMPLETE,
                    "systemd refuses a " + unit.suffix() + " unit that never starts anything",
                    "Write one of " + String.join("=, ", when.subList(0, 3)) + "= below it.");
        } else if (!unit.stem().isEmpty()) {
            target(unit, report);
        }
    }

    private static void target(UnitView unit, UnitReport report) {
        Optional<UnitText.Setting> named =
                unit.text()
                        .last(
                                unit.ownSection(),
                                unit.suffix().equals("socket") ? "Service" : "Unit");
        boolean instances =
                unit.text()
                        .last(unit.ownSection(), "Accept")
                        .filter(a -> a.value().matches("(?i)yes|true|on|1"))
                        .isPresent();
        String target =
                named.map(UnitText.Setting::value)
                        .orElse(unit.stem() + (instances ? "@.service" : ".service"));
        boolean there =
                target.contains("%")
                        || unit.context().inventory().unit(target) == PackageUnits.Answer.BROUGHT;
        if (!there && unit.context().root().whole("units")) {
            report.add(
                    named.map(UnitText.Setting::valueSpot)
                            .orElse(unit.text().sections().getFirst().spot()),
                    DiagnosticCode.NOTHING_TO_START,
                    "`" + unit.name() + "` starts `" + target + "`, which is not there",
                    "Add the unit `" + target + "`, or name another one.",
                    Optional.of(addService(target, unit)));
        }
    }

    private static Fix addService(String target, UnitView unit) {
        var service = new LinkedHashMap<String, YamlValue>();
        service.put("name", new YamlValue.Text(target));
        service.put(
                "content",
                new YamlValue.Text("[Service]\nType=oneshot\nExecStart=/usr/bin/true\n"));
        int count = unit.context().root().records("units").size();
        return new Fix(
                "Add " + target,
                List.of(
                        new YamlOp.Insert(
                                YamlPath.of("units"), count, new YamlValue.Fields(service))));
    }
}
