package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.export.nixos.DebianNames;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units and timers of systemd. */
final class NixosUnits {

    private static final Map<String, String> KINDS =
            Map.of(
                    "services", "service",
                    "timers", "timer",
                    "sockets", "socket",
                    "paths", "path",
                    "slices", "slice",
                    "targets", "target");

    private static final Map<String, String> TIMES =
            Map.of(
                    "OnCalendar", "onCalendar",
                    "OnBootSec", "onBoot",
                    "OnUnitActiveSec", "every",
                    "RandomizedDelaySec", "randomizedDelay",
                    "Persistent", "persistent");

    private final NixosOptions options;
    private final Draft draft;
    private final DebianNames names;

    NixosUnits(NixosOptions options, Draft draft, DebianNames names) {
        this.options = options;
        this.draft = draft;
        this.names = names;
    }

    void take() {
        List<String> timers = path("systemd.timers");
        for (String name : options.names(timers)) {
            timer(name, below(timers, name), below(path("systemd.services"), name));
        }
        KINDS.forEach(
                (set, suffix) -> {
                    List<String> all = path("systemd." + set);
                    options.names(all).stream()
                            .filter(name -> !options.isSaid(below(all, name)))
                            .forEach(name -> unit(name + "." + suffix, below(all, name)));
                });
        List<String> raw = path("systemd.units");
        options.names(raw).forEach(name -> raw(name, below(raw, name)));
    }

    /** A timer and a service of its name that runs a command, and nothing more. */
    private void timer(String name, List<String> timer, List<String> service) {
        Set<String> known = Set.of("wantedBy", "description", "timerConfig");
        Set<String> ofService =
                Set.of("path", "script", "description", "serviceConfig", "startAt", "wantedBy");
        Set<String> config = Set.copyOf(options.names(below(timer, "timerConfig")));
        var times = new HashSet<>(TIMES.keySet());
        times.add("OnActiveSec");
        String script = options.text(below(service, "script")).orElse("").strip();
        List<String> serviceConfig = below(service, "serviceConfig");
        String start = options.text(below(serviceConfig, "ExecStart")).orElse(script);
        boolean plain =
                known.containsAll(options.names(timer))
                        && ofService.containsAll(options.names(service))
                        && times.containsAll(config)
                        && Set.of("Type", "User", "ExecStart")
                                .containsAll(options.names(serviceConfig))
                        && Shape.LINE.matches(start)
                        && !start.isEmpty()
                        && Shape.PLAIN_NAME.matches(name)
                        && options.text(below(serviceConfig, "Type"))
                                .orElse("oneshot")
                                .equals("oneshot")
                        && config.stream()
                                .anyMatch(
                                        Set.of("OnCalendar", "OnBootSec", "OnUnitActiveSec")
                                                ::contains)
                        && isPlain(timer)
                        && isPlain(service);
        if (!plain) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(name));
        fields.put("command", new YamlValue.Text(DebianNames.command(start)));
        TIMES.forEach(
                (key, field) -> {
                    List<String> path = below(timer, "timerConfig", key);
                    options.bool(path)
                            .<YamlValue>map(YamlValue.Bool::new)
                            .or(() -> options.text(path).map(YamlValue.Text::new))
                            .ifPresent(value -> fields.put(field, value));
                });
        options.text(below(serviceConfig, "User"))
                .ifPresent(user -> fields.put("user", new YamlValue.Text(user)));
        options.text(below(timer, "description"))
                .or(() -> options.text(below(service, "description")))
                .ifPresent(text -> fields.put("description", new YamlValue.Text(text)));
        draft.add("timers", new YamlValue.Fields(fields));
        options.taken(timer, "timers");
        options.taken(service, "timers[].command");
    }

    /** Whether all that stands below an option can be read. */
    private boolean isPlain(List<String> path) {
        return options.at(path).filter(value -> value.data().isLiteral()).isPresent();
    }

    private void unit(String unit, List<String> path) {
        String debian = names.unitNamed(unit).map(UnitNames::full).orElse(unit);
        if (!Shape.UNIT_FILE.matches(debian)) {
            return;
        }
        List<String> said = options.names(path);
        if (said.equals(List.of("enable")) && options.bool(below(path, "enable")).isPresent()) {
            off(debian, path);
            return;
        }
        Optional<NixosUnitText> text = NixosUnitText.of(options, unit, path);
        if (text.isEmpty()) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(debian));
        if (!text.get().isWhole()) {
            fields.put("dropIn", new YamlValue.Text("imported"));
        }
        fields.put("content", new YamlValue.Text(text.get().content()));
        draft.add("units", new YamlValue.Fields(fields));
        text.get()
                .script()
                .ifPresent(
                        script -> {
                            var file = new LinkedHashMap<String, YamlValue>();
                            file.put("path", new YamlValue.Text(text.get().scriptPath()));
                            file.put("mode", new YamlValue.Text("0755"));
                            file.put("content", new YamlValue.Text("#!/bin/sh\nset -e\n" + script));
                            draft.add("files", new YamlValue.Fields(file));
                        });
        if (text.get().isWanted()) {
            draft.set("services", debian, state("enabled", true));
        }
        startAt(unit, path);
        options.near(
                path,
                "units",
                text.get().remarks().isEmpty()
                        ? "A unit file with the same settings."
                        : "A unit file with the same settings, but without "
                                + String.join(", ", text.get().remarks())
                                + ".");
    }

    /** Times at which a service starts, without a timer of their own. */
    private void startAt(String unit, List<String> path) {
        List<String> at = below(path, "startAt");
        List<String> times = options.texts(at).orElseGet(() -> options.text(at).stream().toList());
        String timer = unit.replaceFirst("\\.service$", ".timer");
        if (times.isEmpty() || !unit.endsWith(".service") || !Shape.UNIT_FILE.matches(timer)) {
            return;
        }
        var content = new StringBuilder("[Timer]\n");
        times.forEach(time -> content.append("OnCalendar=").append(time).append('\n'));
        content.append("\n[Install]\nWantedBy=timers.target\n");
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(timer));
        fields.put("content", new YamlValue.Text(content.toString()));
        draft.add("units", new YamlValue.Fields(fields));
        draft.set("services", timer, state("enabled", true));
    }

    private static YamlValue state(String key, boolean value) {
        return Draft.record(Map.of(key, new YamlValue.Bool(value)));
    }

    /** On NixOS, a unit that is off cannot be started. */
    private void off(String unit, List<String> path) {
        boolean on = options.bool(below(path, "enable")).orElse(true);
        if (!on) {
            draft.set("services", unit, state("masked", true));
            options.near(path, "services." + unit, "A unit that is off cannot be started.");
        }
    }

    private void raw(String name, List<String> path) {
        Optional<String> text = options.text(below(path, "text"));
        boolean dropIn =
                options.text(below(path, "overrideStrategy"))
                        .filter("asDropin"::equals)
                        .isPresent();
        String full = names.unitNamed(name).map(UnitNames::full).orElse(name);
        if (text.isEmpty() || text.get().isBlank() || !Shape.UNIT_FILE.matches(full)) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("name", new YamlValue.Text(full));
        if (dropIn) {
            fields.put("dropIn", new YamlValue.Text("imported"));
        }
        fields.put("content", new YamlValue.Text(DebianNames.command(text.get())));
        draft.add("units", new YamlValue.Fields(fields));
        if (!options.names(below(path, "wantedBy")).isEmpty()
                || !options.items(below(path, "wantedBy")).isEmpty()) {
            draft.set("services", full, state("enabled", true));
        }
        options.taken(path, "units");
    }
}
