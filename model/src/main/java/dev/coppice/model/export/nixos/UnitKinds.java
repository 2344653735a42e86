package dev.coppice.model.export.nixos;

import dev.coppice.model.schema.UnitNames;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where NixOS keeps units of each kind. */
final class UnitKinds {

    /**
     * A kind of unit that has options of its own.
     *
     * @param set the option with units of the kind, below {@code systemd}
     * @param section the section of the unit file that is the kind's
     * @param config the option that holds that section
     */
    record Kind(String set, String section, String config) {}

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "service", new Kind("services", "Service", "serviceConfig"),
                    "timer", new Kind("timers", "Timer", "timerConfig"),
                    "socket", new Kind("sockets", "Socket", "socketConfig"),
                    "path", new Kind("paths", "Path", "pathConfig"),
                    "slice", new Kind("slices", "Slice", "sliceConfig"),
                    "target", new Kind("targets", "", ""));

    private UnitKinds() {}

    /** The kind of a unit with suffix; empty for mounts and others, which are written raw. */
    static Optional<Kind> of(String unit) {
        return Optional.ofNullable(KINDS.get(UnitNames.suffix(unit)));
    }

    /** The path of a unit's options. */
    static List<String> path(String unit) {
        return of(unit).map(
                        kind ->
                                List.of(
                                        "systemd",
                                        kind.set(),
                                        unit.substring(0, unit.lastIndexOf('.'))))
                .orElse(List.of("systemd", "units", unit));
    }

    /** The path of one option of a unit. */
    static List<String> option(String unit, String option) {
        List<String> path = path(unit);
        return List.of(path.get(0), path.get(1), path.get(2), option);
    }
}
