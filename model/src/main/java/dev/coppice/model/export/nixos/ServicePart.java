package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the spec says of services: the options of NixOS that switch them on and off. */
final class ServicePart {

    private final NixConfig config;
    private final NixosServices services;
    private final Set<String> own = new HashSet<>();

    ServicePart(NixConfig config, NixosServices services) {
        this.config = config;
        this.services = services;
        SystemSpec spec = config.spec();
        spec.systemd().units().stream()
                .filter(unit -> unit.dropIn().isEmpty())
                .forEach(unit -> own.add(UnitNames.full(unit.name())));
        spec.systemd()
                .timers()
                .forEach(
                        timer -> {
                            own.add(timer.name() + ".timer");
                            own.add(timer.name() + ".service");
                        });
        spec.containers().forEach(each -> own.add(each.name() + ".service"));
    }

    void write() {
        config.spec().systemd().services().forEach(this::service);
    }

    /** The path of what the document says of a unit, under whichever of its names. */
    static YamlPath place(NixConfig config, String unit) {
        YamlPath all = YamlPath.of("services");
        return config.input()
                .tree()
                .at(all)
                .filter(YNode.YMap.class::isInstance)
                .map(YNode.YMap.class::cast)
                .flatMap(
                        map ->
                                map.entries().stream()
                                        .map(entry -> entry.key().value())
                                        .filter(key -> UnitNames.full(key).equals(unit))
                                        .findFirst())
                .map(all::key)
                .orElse(all);
    }

    private void service(String unit, ServiceState state) {
        YamlPath path = place(config, unit);
        Optional<NixosServices.Service> known = services.of(unit);
        if (own.contains(unit)) {
            ownUnit(unit, state, path);
        } else if (known.isPresent() && known.get().option().isPresent()) {
            String option = known.get().option().get();
            config.part(NixSection.SERVICES)
                    .set(option, of(state == ServiceState.ENABLED), List.of(path));
            config.report().approximated(path, option + " of NixOS, with its own defaults");
        } else if (state != ServiceState.ENABLED) {
            off(known.map(NixosServices.Service::unit).orElse(unit), path);
        } else if (known.isPresent()) {
            config.part(NixSection.SERVICES)
                    .remark(known.get().unit() + " runs on every NixOS", List.of(path));
            config.report().exact(path, "it runs on every NixOS");
        } else if (fromBundle(unit)) {
            wanted(unit, path);
        } else {
            unknown(unit, path);
        }
    }

    /** A unit of the spec: it is switched on where it is written, by what wants it. */
    private void ownUnit(String unit, ServiceState state, YamlPath path) {
        if (state == ServiceState.MASKED) {
            off(unit, path);
        } else if (state == ServiceState.DISABLED) {
            config.part(NixSection.SERVICES)
                    .remark(unit + " does not start by itself", List.of(path));
            config.report().exact(path, "nothing wants the unit");
        } else {
            config.report().exact(path, "wantedBy of the unit");
        }
    }

    private void off(String unit, YamlPath path) {
        config.part(NixSection.SERVICES)
                .set(UnitKinds.option(unit, "enable"), of(false), List.of(path));
        config.report()
                .approximated(
                        path, "masked: on NixOS, a unit that is off cannot be started by hand");
    }

    private boolean fromBundle(String unit) {
        return config.spec().software().bundles().stream()
                .flatMap(bundle -> bundle.units().stream())
                .anyMatch(each -> each.equals(unit) || each.endsWith("/" + unit));
    }

    private void wanted(String unit, YamlPath path) {
        config.part(NixSection.SERVICES)
                .set(
                        UnitKinds.option(unit, "wantedBy"),
                        NixValue.list(of("multi-user.target")),
                        List.of(path));
        config.report()
                .approximated(path, "wanted by multi-user.target, whatever its [Install] says");
    }

    private void unknown(String unit, YamlPath path) {
        String name = unit.replaceFirst("\\.service$", "");
        String guess = "services." + NixText.name(name) + ".enable";
        config.part(NixSection.SERVICES)
                .remark(
                        guess + " = true;  (a guess: " + unit + " is not in our table of services)",
                        List.of(path));
        config.report()
                .dropped(
                        path,
                        "not in our table of services; look for "
                                + guess
                                + " on search.nixos.org, and set it under targets.nixos");
    }
}
