package dev.coppice.model.linux;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Timer;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unit files: those of containers, of timers and the spec's own with its drop-ins. */
public final class UnitFiles {

    /** Where an administrator's units are, systemd.unit(5). */
    public static final String FOLDER = "/etc/systemd/system/";

    private UnitFiles() {}

    /** The files; a unit of the spec's own that has a generated one's name comes later. */
    public static List<SettingFile> of(SystemSpec spec) {
        return of(spec, true);
    }

    /** The files for a machine whose root file system is an ordinary one. */
    public static List<SettingFile> onDisk(SystemSpec spec) {
        return of(spec, false);
    }

    private static List<SettingFile> of(SystemSpec spec, boolean layered) {
        var files = new ArrayList<>(ContainerUnits.files(spec, layered));
        List<Timer> timers = spec.systemd().timers();
        for (int i = 0; i < timers.size(); i++) {
            YamlPath origin = YamlPath.of("timers", i);
            TimerUnits.units(List.of(timers.get(i)))
                    .forEach(
                            (name, text) ->
                                    files.add(SettingFile.plain(FOLDER + name, text, origin)));
        }
        List<Unit> units = spec.systemd().units();
        for (int i = 0; i < units.size(); i++) {
            files.add(file(units.get(i), YamlPath.of("units", i)));
        }
        return files;
    }

    private static SettingFile file(Unit unit, YamlPath origin) {
        String path =
                unit.dropIn().map(name -> unit.name() + ".d/" + name + ".conf").orElse(unit.name());
        String content = unit.content();
        return SettingFile.plain(
                FOLDER + path, content.endsWith("\n") ? content : content + "\n", origin);
    }

    /** The texts of the units that a spec brings, by name; without drop-ins. */
    public static Map<String, String> own(SystemSpec spec) {
        Map<String, String> own = new LinkedHashMap<>(ContainerUnits.units(spec));
        own.putAll(TimerUnits.units(spec.systemd().timers()));
        for (Unit unit : spec.systemd().units()) {
            if (unit.dropIn().isEmpty()) {
                own.put(unit.name(), unit.content());
            }
        }
        return own;
    }
}
