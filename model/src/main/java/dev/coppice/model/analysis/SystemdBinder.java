package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.flag;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.Systemd;
import dev.coppice.model.spec.Timer;
import dev.coppice.model.spec.Unit;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds services, units and timers. */
final class SystemdBinder {

    private SystemdBinder() {}

    static Systemd systemd(Bound.Fields root) {
        return new Systemd(
                services(root.record("services")),
                root.records("units").stream().map(SystemdBinder::unit).toList(),
                root.records("timers").stream().map(SystemdBinder::timer).toList());
    }

    private static SortedMap<String, ServiceState> services(Bound.Fields services) {
        var states = new TreeMap<String, ServiceState>();
        for (String name : services.entries().keySet()) {
            Bound.Fields said = services.record(name);
            state(said).ifPresent(state -> states.put(UnitNames.full(name), state));
        }
        return states;
    }

    /** {@code masked: false} alone says nothing. */
    private static Optional<ServiceState> state(Bound.Fields said) {
        if (flag(said, "masked").orElse(false)) {
            return Optional.of(ServiceState.MASKED);
        }
        return flag(said, "enabled")
                .map(enabled -> enabled ? ServiceState.ENABLED : ServiceState.DISABLED);
    }

    private static Unit unit(Bound.Fields unit) {
        return new Unit(text(unit, "name"), optional(unit, "dropIn"), text(unit, "content"));
    }

    private static Timer timer(Bound.Fields timer) {
        return new Timer(
                text(timer, "name"),
                text(timer, "command"),
                optional(timer, "onCalendar"),
                optional(timer, "onBoot"),
                optional(timer, "every"),
                text(timer, "user"),
                flag(timer, "persistent").orElseThrow(),
                optional(timer, "randomizedDelay"),
                text(timer, "description"));
    }
}
