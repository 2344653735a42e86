package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The spec's own units, drop-ins and timers, and what it says of all units. */
final class UnitFiles {

    private UnitFiles() {}

    static void write(ConfigSite site) {
        SystemSpec spec = site.spec();
        TimerFiles.units(spec.systemd().timers())
                .forEach((name, text) -> site.tree().text(ConfigSite.UNITS + name, text));
        for (Unit unit : spec.systemd().units()) {
            String path =
                    unit.dropIn()
                            .map(name -> unit.name() + ".d/" + name + ".conf")
                            .orElse(unit.name());
            String content = unit.content();
            site.tree()
                    .text(
                            ConfigSite.UNITS + path,
                            content.endsWith("\n") ? content : content + "\n");
        }
        spec.systemd().timers().forEach(timer -> site.enable(TimerFiles.unit(timer)));
        spec.systemd().services().forEach(site.units()::apply);
    }

    /** The texts of the units that the configuration layer brings, by name. */
    static Map<String, String> own(SystemSpec spec) {
        Map<String, String> own = new LinkedHashMap<>(ContainerFiles.units(spec));
        own.putAll(TimerFiles.units(spec.systemd().timers()));
        for (Unit unit : spec.systemd().units()) {
            if (unit.dropIn().isEmpty()) {
                own.put(unit.name(), unit.content());
            }
        }
        return own;
    }
}
