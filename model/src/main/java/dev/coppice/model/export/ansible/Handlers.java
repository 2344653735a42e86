package dev.coppice.model.export.ansible;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.OneShots;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.FileReaders;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must be done once when a file has changed; only what some task asks for is written. */
final class Handlers {

    static final String LOCALES = "Make locales";

    private static final String SYSTEMD = "Reload systemd";

    private static final String FILTER = "nftables.service";

    private static final String RESTART = "Restart ";

    private static final String MODULES = "systemd-modules-load.service";

    /** A file, or what lies in a folder, and the command that makes its change take effect. */
    private record Known(String path, String handler, String command) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known("/etc/locale.gen", LOCALES, "locale-gen"),
                    new Known(
                            "/etc/default/keyboard",
                            "Set up the console",
                            "setupcon --save-only --force"),
                    new Known(
                            "/etc/default/console-setup",
                            "Set up the console",
                            "setupcon --save-only --force"),
                    new Known("/etc/sysctl.d/", "Set kernel variables", "sysctl --system"),
                    new Known("/etc/default/grub.d/", "Write the boot menu", "update-grub"));

    private static final Map<String, String> OWNERS =
            Map.of(
                    "/etc/nftables.conf",
                    FILTER,
                    "/etc/modules-load.d/",
                    MODULES,
                    "/etc/ssh/sshd_config.d/",
                    "ssh.service",
                    "/etc/systemd/timesyncd.conf.d/",
                    "systemd-timesyncd.service",
                    "/etc/systemd/resolved.conf.d/",
                    "systemd-resolved.service");

    private final SystemSpec spec;
    private final Map<String, YamlMap> commands = new LinkedHashMap<>();
    private final Map<String, YamlMap> restarts = new LinkedHashMap<>();
    private boolean units;

    Handlers(SystemSpec spec) {
        this.spec = spec;
    }

    /** The handlers to notify when a file changes. */
    YamlMap notify(String path) {
        var names = new ArrayList<String>();
        if (path.startsWith(UnitFiles.FOLDER)) {
            units = true;
            names.add(SYSTEMD);
        }
        for (Known known : KNOWN) {
            if (covers(known.path(), path)) {
                names.add(known.handler());
                commands.put(known.handler(), new YamlMap().put("cmd", Yaml.text(known.command())));
            }
        }
        if (path.startsWith("/etc/tmpfiles.d/")) {
            String name = "Make what " + path + " says";
            names.add(name);
            commands.put(
                    name, new YamlMap().put("cmd", Yaml.text("systemd-tmpfiles --create " + path)));
        }
        services(path).forEach(unit -> names.add(restart(unit)));
        var result = new YamlMap();
        if (names.size() == 1) {
            result.put("notify", names.getFirst());
        } else if (!names.isEmpty()) {
            result.put("notify", Yaml.items(names.stream().map(n -> Yaml.text(n)).toList()));
        }
        return result;
    }

    /** The handlers for a swap file that was made. */
    YamlMap swap(String file) {
        var names = List.of("Format the swap file", "Use the swap file");
        commands.put(names.get(0), new YamlMap().put("cmd", "mkswap " + file));
        commands.put(names.get(1), new YamlMap().put("cmd", "swapon " + file));
        return new YamlMap()
                .put("notify", Yaml.items(names.stream().map(n -> Yaml.text(n)).toList()));
    }

    private static boolean covers(String known, String path) {
        return known.endsWith("/") ? path.startsWith(known) : path.equals(known);
    }

    private String restart(String unit) {
        boolean reload = unit.equals(FILTER) && !spec.containers().isEmpty();
        // A start anew would take the rules of containers from the kernel, too.
        restarts.put(
                unit,
                new YamlMap().put("name", unit).put("state", reload ? "reloaded" : "restarted"));
        return RESTART + unit;
    }

    /** The services that read a file, as far as names tell: those of a folder below /etc. */
    private List<String> services(String path) {
        Stream<String> owners =
                OWNERS.entrySet().stream()
                        .filter(entry -> covers(entry.getKey(), path))
                        .map(Map.Entry::getValue);
        Stream<String> readers =
                UnitStates.of(spec).stream()
                        .filter(unit -> unit.state() == ServiceState.ENABLED)
                        .map(UnitStates.UnitState::unit)
                        .filter(unit -> FileReaders.reads(unit, path))
                        .filter(unit -> !OneShots.has(spec, unit));
        return Stream.concat(owners, readers).distinct().toList();
    }

    /** In the order in which they run. */
    void write(TextWriter text) {
        var steps = new Steps();
        if (units) {
            steps.add(
                    SYSTEMD,
                    "ansible.builtin.systemd_service",
                    new YamlMap().put("daemon_reload", Yaml.bool(true)));
        }
        var changed = new YamlMap().put("changed_when", Yaml.bool(true));
        // Some variables of the kernel are there only with their module.
        Optional.ofNullable(restarts.remove(MODULES))
                .ifPresent(arguments -> restart(steps, MODULES, arguments));
        commands.forEach(
                (name, command) -> steps.add(name, "ansible.builtin.command", command, changed));
        // Units of the spec's own may need what the services of packages do.
        Set<String> own = UnitFiles.own(spec).keySet();
        List<String> units = new ArrayList<>(restarts.keySet());
        units.sort(Comparator.comparing(own::contains));
        units.forEach(unit -> restart(steps, unit, restarts.get(unit)));
        if (!steps.isEmpty()) {
            text.gap();
            steps.write("handlers", text);
        }
    }

    private static void restart(Steps steps, String unit, YamlMap arguments) {
        steps.add(RESTART + unit, "ansible.builtin.systemd_service", arguments);
    }
}
