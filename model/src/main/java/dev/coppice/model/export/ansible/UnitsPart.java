package dev.coppice.model.export.ansible;

import dev.coppice.model.export.debian.OneShots;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

/** What systemd starts, now and at every start of the machine. */
final class UnitsPart {

    private final SystemSpec spec;
    private final Steps steps;

    UnitsPart(SystemSpec spec, Steps steps) {
        this.spec = spec;
        this.steps = steps;
    }

    void write() {
        steps.topic("Services.");
        for (UnitStates.UnitState unit : UnitStates.of(spec)) {
            if (!unit.origins().isEmpty()) {
                unit(unit);
            } else if (!spec.network().interfaces().isEmpty()) {
                steps.add(
                        "Let systemd-networkd manage the network from the next start on",
                        "ansible.builtin.systemd_service",
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
        } else {
            arguments.put("enabled", Yaml.bool(unit.state() == ServiceState.ENABLED));
        }
        if (unit.state() != ServiceState.ENABLED) {
            arguments.put("state", "stopped");
        } else if (!OneShots.has(spec, unit.unit())) {
            arguments.put("state", "started");
        }
        steps.add(
                verb + unit.unit(),
                "ansible.builtin.systemd_service",
                arguments,
                unit.origins().toArray(YamlPath[]::new));
    }
}
