package dev.coppice.model.rules.unit;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.rules.known.PackageUnits;
import dev.coppice.model.schema.UnitNames;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit names is there: other units, users, groups. */
final class ReferenceCheck implements UnitCheck {

    private static final Set<String> TRUE = Set.of("yes", "true", "on", "1");
    private static final Set<String> INSTALL = Set.of("WantedBy", "RequiredBy", "UpheldBy", "Also");
    private static final Set<String> NEEDS = Set.of("Requires", "BindsTo", "Wants", "Requisite");
    private static final List<String> TARGETS =
            List.of(
                    "multi-user.target",
                    "graphical.target",
                    "timers.target",
                    "sockets.target",
                    "paths.target",
                    "network.target",
                    "network-online.target",
                    "network-pre.target",
                    "basic.target",
                    "sysinit.target",
                    "default.target",
                    "local-fs.target",
                    "remote-fs.target",
                    "shutdown.target",
                    "reboot.target",
                    "poweroff.target",
                    "rescue.target",
                    "time-sync.target",
                    "nss-lookup.target");
    private static final String ONLINE = "network-online.target";

    @Override
    public void check(UnitView unit, UnitReport report) {
        var wanted = new HashSet<String>();
        for (UnitText.Setting setting : unit.text().settings()) {
            if (NEEDS.contains(setting.name())) {
                wanted.addAll(List.of(setting.value().split("\\s+")));
            }
        }
        for (UnitText.Setting setting : unit.text().settings()) {
            switch (setting.section()) {
                case "Unit", "Install" -> units(unit, setting, wanted, report);
                case "Service", "Socket" -> accounts(unit, setting, report);
                default -> {}
            }
        }
    }

    private static void units(
            UnitView unit, UnitText.Setting setting, Set<String> wanted, UnitReport report) {
        boolean install = INSTALL.contains(setting.name());
        boolean order = Set.of("After", "Before").contains(setting.name());
        if (!install && !order && !NEEDS.contains(setting.name())) {
            return;
        }
        for (String name : setting.value().split("\\s+")) {
            if (name.isEmpty() || name.contains("%") || setting.continued()) {
                continue;
            }
            if (UnitNames.suffix(name).isEmpty() || !UnitNames.full(name).equals(name)) {
                noSuffix(setting, name, report);
            } else if (unit.context().inventory().unit(name) == PackageUnits.Answer.UNKNOWN) {
                misspelt(unit, setting, name, report);
            }
        }
        boolean waits = List.of(setting.value().split("\\s+")).contains(ONLINE);
        if (setting.name().equals("After") && waits && !wanted.contains(ONLINE)) {
            report.add(
                    setting.valueSpot(),
                    DiagnosticCode.AFTER_WITHOUT_WANTS,
                    "`After=` alone does not start " + ONLINE + ", so this may not wait at all",
                    "Add Wants=" + ONLINE + " beside it.",
                    report.insertAfter(setting.nameSpot().line(), "Wants=" + ONLINE));
        }
    }

    private static void noSuffix(UnitText.Setting setting, String name, UnitReport report) {
        String near = Closest.to(name + ".target", TARGETS).orElse(UnitNames.full(name));
        report.add(
                setting.valueSpot(),
                DiagnosticCode.BAD_SETTING,
                "`" + UnitReport.shorten(name) + "` is not the whole name of a unit",
                "Did you mean `" + UnitReport.shorten(near) + "`?",
                setting.value().equals(name)
                        ? report.replace(setting.valueSpot(), near)
                        : Optional.empty());
    }

    private static void misspelt(
            UnitView unit, UnitText.Setting setting, String name, UnitReport report) {
        var near =
                Closest.to(name, TARGETS)
                        .or(() -> Closest.to(name, unit.context().inventory().units().keySet()));
        near.filter(n -> !n.equals(name))
                .ifPresent(
                        n ->
                                report.add(
                                        setting.valueSpot(),
                                        DiagnosticCode.MISSING_UNIT,
                                        "nothing brings the unit `"
                                                + UnitReport.shorten(name)
                                                + "`",
                                        "Did you mean `" + n + "`?",
                                        setting.value().equals(name)
                                                ? report.replace(setting.valueSpot(), n)
                                                : Optional.empty()));
    }

    private static void accounts(UnitView unit, UnitText.Setting setting, UnitReport report) {
        boolean dynamic =
                unit.text()
                        .last("Service", "DynamicUser")
                        .filter(d -> TRUE.contains(d.value()))
                        .isPresent();
        String value = setting.value();
        boolean name = value.matches("[a-z_][a-z0-9_-]*");
        boolean user = Set.of("User", "SocketUser").contains(setting.name());
        boolean group = Set.of("Group", "SocketGroup").contains(setting.name());
        var inventory = unit.context().inventory();
        if (!name || dynamic || !inventory.knowsPackages()) {
            return;
        }
        if (user && !inventory.hasUser(value) && unit.context().root().whole("users")) {
            report.add(
                    setting.valueSpot(),
                    DiagnosticCode.UNKNOWN_USER,
                    "nothing makes the user `" + value + "`",
                    "Add the user to `users`, or name the package that makes it in `packages`.");
        } else if (group && !inventory.hasGroup(value) && unit.context().root().whole("groups")) {
            report.add(
                    setting.valueSpot(),
                    DiagnosticCode.UNKNOWN_GROUP,
                    "nothing makes the group `" + value + "`",
                    "Add the group to `groups`, or name the package that makes it in `packages`.");
        }
    }
}
