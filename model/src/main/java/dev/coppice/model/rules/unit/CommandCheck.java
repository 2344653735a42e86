package dev.coppice.model.rules.unit;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding.Spot;
import dev.coppice.model.rules.Programs;

import java.util.Optional;
import java.util.Set;

/** Commands are ones that systemd can start, and their programs are there. */
final class CommandCheck implements UnitCheck {

    private static final Set<String> COMMANDS =
            Set.of(
                    "ExecStart",
                    "ExecStartPre",
                    "ExecStartPost",
                    "ExecCondition",
                    "ExecReload",
                    "ExecStop",
                    "ExecStopPre",
                    "ExecStopPost");

    @Override
    public void check(UnitView unit, UnitReport report) {
        for (UnitText.Setting setting : unit.text().settings()) {
            if (COMMANDS.contains(setting.name()) && !setting.value().isEmpty()) {
                command(unit, setting, report);
            }
        }
    }

    private static void command(UnitView unit, UnitText.Setting setting, UnitReport report) {
        CommandLine command = CommandLine.of(setting.value());
        Spot spot = setting.valueSpot();
        Optional<String> shell = command.shellWord();
        if (command.relative()) {
            report.add(
                    spot,
                    DiagnosticCode.BAD_COMMAND,
                    "systemd cannot start `" + UnitReport.shorten(command.program()) + "`",
                    "Write the whole path, from the slash on.");
        } else if (shell.isPresent()) {
            report.add(
                    spot,
                    DiagnosticCode.SHELL_SYNTAX,
                    "`" + shell.get() + "` is handed to the program: no shell reads this line",
                    "Run it through a shell, as in /bin/sh -c '…', or put it into a script.",
                    setting.continued()
                            ? Optional.empty()
                            : CommandLine.throughShell(setting.value())
                                    .flatMap(s -> report.replace(spot, s)));
        } else if (command.own() && !Programs.isThere(command.program(), unit.context())) {
            report.add(
                    spot,
                    DiagnosticCode.MISSING_COMMAND,
                    "nothing puts the program `"
                            + UnitReport.shorten(command.program())
                            + "` there",
                    "Add it to `files` with mode \"0755\", or correct the path.",
                    Optional.of(Programs.addFile(command.program(), unit.context())));
        }
    }
}
