package dev.coppice.model.export.debian;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;

import java.util.List;

/** Shell commands that say when systemd starts units, in a system that is not running. */
public final class UnitCommands {

    private UnitCommands() {}

    /** One command to a line. */
    public static List<Line> of(List<UnitStates.UnitState> units) {
        return units.stream()
                .map(
                        unit ->
                                new Line(
                                        "systemctl "
                                                + verb(unit.state())
                                                + " "
                                                + ShellWords.quote(unit.unit()),
                                        unit.origins()))
                .toList();
    }

    private static String verb(ServiceState state) {
        return switch (state) {
            case ENABLED -> "enable";
            case DISABLED -> "disable";
            case MASKED -> "mask";
        };
    }
}
