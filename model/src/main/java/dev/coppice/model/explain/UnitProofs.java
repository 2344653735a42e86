package dev.coppice.model.explain;

import static dev.coppice.model.explain.ProofValues.quoted;

import dev.coppice.model.schema.UnitNames;

import java.util.Optional;

/** The commands that prove what systemd starts: services, timers, containers, units, sshd. */
final class UnitProofs {

    private final ProofValues at;

    UnitProofs(ProofValues at) {
        this.at = at;
    }

    Optional<Proof> of(String top, String path) {
        return switch (top) {
            case "services" -> Optional.of(service(path));
            case "sshd" -> Optional.of(sshd());
            case "units" -> at.item("name").map(name -> unit(path, name));
            case "timers" -> at.item("name").map(name -> timer(path, name));
            default -> at.item("name").map(name -> container(path, name));
        };
    }

    private Proof service(String path) {
        Optional<String> unit = at.key(1).map(UnitNames::full).map(ProofValues::quoted);
        if (unit.isEmpty()) {
            return Proof.succeeds("systemctl list-unit-files --state=enabled");
        }
        String command =
                "systemctl is-enabled " + unit.get() + "; systemctl is-active " + unit.get();
        return switch (path) {
            case "services.*.enabled" ->
                    at.shows(command, v -> v.equals("true") ? "enabled" : "disabled");
            case "services.*.masked" ->
                    new Proof(command, at.here().filter("true"::equals).map(v -> "masked"));
            default ->
                    new Proof(
                            command,
                            at.text(at.step(2).key("enabled"))
                                    .map(v -> v.equals("true") ? "enabled" : "disabled"));
        };
    }

    /** sshd says some words otherwise than they were written; numbers, yes and no never. */
    private Proof sshd() {
        return at.key(1)
                .map(
                        word ->
                                new Proof(
                                        "sshd -T | grep -i " + quoted("^" + word + " "),
                                        at.here().filter(v -> v.matches("yes|no|\\d+"))))
                .orElseGet(() -> Proof.succeeds("sshd -T"));
    }

    private Proof unit(String path, String name) {
        String command = "systemctl cat " + name;
        return switch (path) {
            case "units[].dropIn" -> at.shows(command, v -> "/" + v + ".conf");
            case "units[].content" -> new Proof(command, at.here().flatMap(ProofValues::firstLine));
            default -> Proof.succeeds(command);
        };
    }

    private Proof timer(String path, String name) {
        String both = "systemctl cat " + name + ".timer " + name + ".service";
        return switch (path) {
            case "timers", "timers[]", "timers[].name" ->
                    Proof.shows("systemctl list-timers --all " + name + ".timer", name + ".timer");
            case "timers[].user" -> at.shows(both, v -> "User=" + v);
            case "timers[].persistent" -> at.shows(both, v -> "Persistent=" + v);
            case "timers[].onCalendar" -> at.shows(both, v -> "OnCalendar=" + v);
            case "timers[].command" ->
                    // A unit writes % and $ of a command twice.
                    new Proof(both, at.here().filter(v -> v.matches("[A-Za-z0-9_./ +-]+")));
            default -> at.shows(both);
        };
    }

    private Proof container(String path, String name) {
        String unit = name + ".service";
        String inspect = "podman inspect --format '{{.%s}}' " + name;
        return switch (path.replaceFirst("\\[]\\z", "")) {
            case "containers[].image" -> at.shows(inspect.formatted("ImageName"));
            case "containers[].imageArchive" -> Proof.succeeds("podman images");
            case "containers[].ports" -> Proof.succeeds("podman port " + name);
            case "containers[].environment", "containers[].environment.*" ->
                    at.shows(
                            inspect.formatted("Config.Env"),
                            v -> at.key(3).map(key -> key + "=" + v).orElse(v));
            case "containers[].volumes" ->
                    at.shows(
                            inspect.formatted("HostConfig.Binds"), v -> v.replaceFirst(":ro$", ""));
            case "containers[].command" -> at.shows(inspect.formatted("Config.Cmd"));
            case "containers[].user" -> at.shows(inspect.formatted("Config.User"));
            case "containers[].autoStart" ->
                    at.shows(
                            "systemctl is-enabled " + unit,
                            v -> v.equals("true") ? "enabled" : "disabled");
            case "containers[].dependsOn" ->
                    at.shows("systemctl show -p Requires " + unit, v -> v + ".service");
            default -> Proof.shows("podman ps --all --filter name=" + name, name);
        };
    }
}
