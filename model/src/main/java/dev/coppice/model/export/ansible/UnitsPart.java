package dev.coppice.model.export.ansible;

import dev.coppice.model.export.debian.OneShots;
import dev.coppice.model.export.debian.OwnUnits;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

/** What systemd starts, now and at every start of the machine. */
final class UnitsPart {

    private static final String MODULE = "ansible.builtin.systemd_service";

    private final SystemSpec spec;
    private final Steps steps;

    UnitsPart(SystemSpec spec, Steps steps) {
        this.spec = spec;
        this.steps = steps;
    }

    /**
     * Units of the spec's own that systemd shall start; before any service starts anew, as it may
     * be that one which pulls them in.
     */
    void enableOwn() {
        steps.topic("Units of its own, before what needs them starts.");
        UnitStates.of(spec).stream().filter(this::enabledEarly).forEach(this::enable);
    }

    private boolean enabledEarly(UnitStates.UnitState unit) {
        return unit.state() == ServiceState.ENABLED && OwnUnits.has(spec, unit.unit());
    }

    private void enable(UnitStates.UnitState unit) {
        steps.add(
                "Enable " + unit.unit(),
                MODULE,
                new YamlMap()
                        .put("name", unit.unit())
                        .put("enabled", Yaml.bool(true))
                        .put("daemon_reload", Yaml.bool(true)),
                unit.origins().toArray(YamlPath[]::new));
    }

    void write() {
        steps.topic("Services.");
        for (UnitStates.UnitState unit : UnitStates.of(spec)) {
            if (!unit.origins().isEmpty()) {
                if (!enabledEarly(unit) || !OneShots.has(spec, unit.unit())) {
                    unit(unit);
                }
            } else if (!spec.network().interfaces().isEmpty()) {
                steps.add(
                        "Let systemd-networkd manage the network from the next start on",
                        MODULE,
                        new YamlMap().put("name", unit.unit()).put("enabled", Yaml.bool(true)),
                        new YamlMap().put("when", "manage_network | bool"),
                        YamlPath.of("network", "interfaces"));
            }
        }
    }

    private void unit(UnitStates.UnitState unit) {
        var arguments = new YamlMap().put("name", unit.unit());
        String verb =
                switch (unit.state()) {
                    case ENABLED -> "Start ";
                    case DISABLED -> "Do not start ";
                    case MASKED -> "Forbid ";
                };
        if (unit.state() == ServiceState.MASKED) {
            arguments.put("masked", Yaml.bool(true));
        } else if (!enabledEarly(unit)) {
            arguments.put("enabled", Yaml.bool(unit.state() == ServiceState.ENABLED));
        }
        if (unit.state() != ServiceState.ENABLED) {
            arguments.put("state", "stopped");
        } else if (!OneShots.has(spec, unit.unit())) {
            arguments.put("state", "started");
        }
        steps.add(verb + unit.unit(), MODULE, arguments, unit.origins().toArray(YamlPath[]::new));
    }
}
