package dev.coppice.model.linux;

import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Timer;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which units a spec enables, disables and masks. */
public final class UnitStates {

    private static final String SERVICE = ".service";

    private UnitStates() {}

    /**
     * What becomes of a unit.
     *
     * @param unit its full name
     * @param origins the settings that ask for it, a service's own in both spellings of its name;
     *     none for what every machine has
     */
    public record UnitState(String unit, ServiceState state, List<YamlPath> origins) {
        public UnitState {
            origins = List.copyOf(origins);
        }
    }

    /** What the spec says of units, and what its settings ask for where it says nothing. */
    public static List<UnitState> of(SystemSpec spec) {
        var states = new ArrayList<>(implied(spec));
        spec.systemd()
                .services()
                .forEach((unit, state) -> states.add(new UnitState(unit, state, origins(unit))));
        return states;
    }

    /** Services are written with and without {@code .service}. */
    private static List<YamlPath> origins(String unit) {
        YamlPath services = YamlPath.of("services");
        return unit.endsWith(SERVICE)
                ? List.of(
                        services.key(unit.substring(0, unit.length() - SERVICE.length())),
                        services.key(unit))
                : List.of(services.key(unit));
    }

    /** What settings ask for, less the units of which the spec says something itself. */
    public static List<UnitState> implied(SystemSpec spec) {
        Map<String, UnitState> states = new LinkedHashMap<>();
        Network network = spec.network();
        add(states, "systemd-networkd.service", ServiceState.ENABLED, List.of());
        if (network.firewall().isPresent() || network.nat().isPresent()) {
            var origins = new ArrayList<YamlPath>();
            network.firewall().ifPresent(f -> origins.add(YamlPath.of("network", "firewall")));
            network.nat().ifPresent(n -> origins.add(YamlPath.of("network", "nat")));
            add(states, "nftables.service", ServiceState.ENABLED, origins);
        }
        spec.region()
                .ntp()
                .ifPresent(
                        ntp ->
                                add(
                                        states,
                                        RegionFiles.TIMESYNC,
                                        ntp.enabled()
                                                ? ServiceState.ENABLED
                                                : ServiceState.DISABLED,
                                        List.of(YamlPath.of("ntp"))));
        List<Container> containers = spec.containers();
        for (int i = 0; i < containers.size(); i++) {
            if (containers.get(i).autoStart()) {
                String unit = ContainerUnits.unit(containers.get(i));
                add(states, unit, ServiceState.ENABLED, List.of(YamlPath.of("containers", i)));
            }
        }
        List<Timer> timers = spec.systemd().timers();
        for (int i = 0; i < timers.size(); i++) {
            String unit = TimerUnits.unit(timers.get(i));
            add(states, unit, ServiceState.ENABLED, List.of(YamlPath.of("timers", i)));
        }
        states.keySet().removeAll(spec.systemd().services().keySet());
        return List.copyOf(states.values());
    }

    private static void add(
            Map<String, UnitState> states,
            String unit,
            ServiceState state,
            List<YamlPath> origins) {
        states.put(unit, new UnitState(unit, state, origins));
    }
}
