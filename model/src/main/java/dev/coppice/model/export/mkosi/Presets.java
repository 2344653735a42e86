package dev.coppice.model.export.mkosi;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.debian.HostKeys;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What systemd starts: systemd.preset(5). mkosi applies presets to all units after its scripts, and
 * systemd does so again at the first start, so that what {@code systemctl disable} says is lost.
 */
final class Presets {

    static final String FILE = "/etc/systemd/system-preset/00-coppice.preset";

    private Presets() {}

    static List<Line> of(SystemSpec spec) {
        List<UnitStates.UnitState> all = UnitStates.of(spec);
        Map<String, Line> byUnit = new LinkedHashMap<>();
        for (UnitStates.UnitState unit : all) {
            if (has(unit, all)) {
                String template = template(unit.unit());
                Line line =
                        template.equals(unit.unit())
                                ? new Line(verb(unit.state()) + " " + template, unit.origins())
                                : instances(template, all);
                byUnit.put(template, line);
            }
        }
        var lines = new ArrayList<Line>();
        lines.add(
                new Line(
                        "# Read before Debian's own; the first line that fits counts.", List.of()));
        lines.addAll(byUnit.values());
        if (NeededPackages.of(spec).containsKey(HostKeys.SERVER)) {
            lines.add(new Line("enable " + HostKeys.UNIT, List.of()));
        }
        return lines;
    }

    /**
     * Whether presets must say it: they know no masks, and a line with instances of a template
     * takes its usual instance away, which is meant only where an instance is disabled.
     */
    static boolean has(UnitStates.UnitState unit, List<UnitStates.UnitState> all) {
        String template = template(unit.unit());
        return unit.state() != ServiceState.MASKED
                && (template.equals(unit.unit())
                        || of(template, ServiceState.DISABLED, all).findAny().isPresent());
    }

    private static Line instances(String template, List<UnitStates.UnitState> all) {
        List<UnitStates.UnitState> enabled = of(template, ServiceState.ENABLED, all).toList();
        List<YamlPath> origins =
                Stream.concat(enabled.stream(), of(template, ServiceState.DISABLED, all))
                        .flatMap(unit -> unit.origins().stream())
                        .toList();
        String names =
                enabled.stream()
                        .map(unit -> " " + unit.unit().replaceFirst("^[^@]*@", ""))
                        .map(name -> name.substring(0, name.lastIndexOf('.')))
                        .collect(Collectors.joining());
        return new Line((names.isEmpty() ? "disable " : "enable ") + template + names, origins);
    }

    /** The units of a template, itself excluded, that are to have a state. */
    private static Stream<UnitStates.UnitState> of(
            String template, ServiceState state, List<UnitStates.UnitState> all) {
        return all.stream()
                .filter(unit -> unit.state() == state)
                .filter(unit -> !unit.unit().equals(template))
                .filter(unit -> template(unit.unit()).equals(template));
    }

    /** The template of {@code getty@tty1.service}; a unit without one is its own. */
    private static String template(String unit) {
        return unit.replaceFirst("^([^@]*@).*(\\.[a-z]+)$", "$1$2");
    }

    private static String verb(ServiceState state) {
        return state == ServiceState.ENABLED ? "enable" : "disable";
    }
}
