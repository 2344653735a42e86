package dev.coppice.model.spec;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What systemd does.
 *
 * @param services what is said of units, by unit name with its suffix ({@code ssh.service})
 * @param units units and drop-ins written in the spec
 * @param timers commands that run at certain times
 */
public record Systemd(
        SortedMap<String, ServiceState> services, List<Unit> units, List<Timer> timers) {

    public Systemd {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        units = List.copyOf(units);
        timers = List.copyOf(timers);
    }

    /** Nothing beyond what the packages bring. */
    public static Systemd plain() {
        return new Systemd(new TreeMap<>(), List.of(), List.of());
    }
}
