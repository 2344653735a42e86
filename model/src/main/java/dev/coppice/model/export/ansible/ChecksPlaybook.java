package dev.coppice.model.export.ansible;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** A playbook that tries the checks of the spec; it changes nothing. */
final class ChecksPlaybook {

    private static final String COMMAND = "ansible.builtin.command";
    private static final int PATIENCE = 5;

    private final SystemSpec spec;
    private final Steps steps = new Steps();

    ChecksPlaybook(SystemSpec spec) {
        this.spec = spec;
    }

    TextWriter text() {
        for (int i = 0; i < spec.checks().size(); i++) {
            add(spec.checks().get(i), i + 1, YamlPath.of("checks", i));
        }
        var text = new TextWriter("  ");
        text.line("---");
        text.line("# What must hold in the machine; changes nothing.");
        text.line("#   ansible-playbook -i inventory checks.yml");
        text.line("- name: Check " + spec.name(), YamlPath.of("name"));
        text.indented(
                () -> {
                    text.line("hosts: all");
                    text.line("become: true");
                    if (steps.isEmpty()) {
                        text.line("tasks: []");
                    } else {
                        steps.write("tasks", text);
                    }
                });
        return text;
    }

    private void add(Check check, int number, YamlPath path) {
        switch (check) {
            case Check.UnitIs(String unit, String state) -> unit(unit, state, number, path);
            case Check.Port(int port, boolean open) ->
                    steps.add(
                            "Check that port " + port + " is " + (open ? "open" : "closed"),
                            "ansible.builtin.wait_for",
                            new YamlMap()
                                    .put("port", Yaml.number(port))
                                    .put("state", open ? "started" : "stopped")
                                    .put("timeout", Yaml.number(PATIENCE)),
                            path);
            case Check.Http http -> http(http, number, path);
            case Check.CommandExits command -> command(command, number, path);
            case Check.FileIs file -> file(file, number, path);
            case Check.BootsWithin _ -> {}
        }
    }

    private void unit(String unit, String state, int number, YamlPath path) {
        String result = "check_" + number;
        steps.add(
                "Check that " + unit + " is " + state,
                COMMAND,
                new YamlMap().put("argv", Yaml.words(List.of("systemctl", "is-active", unit))),
                quiet(result).put("failed_when", result + ".stdout != '" + state + "'"),
                path);
    }

    private void http(Check.Http http, int number, YamlPath path) {
        String result = "check_" + number;
        var more = new YamlMap();
        http.contains()
                .ifPresent(
                        part -> {
                            more.put("register", result);
                            more.put(
                                    "failed_when",
                                    result
                                            + ".status != "
                                            + http.status()
                                            + " or not ("
                                            + inside(part, result + ".content")
                                            + ")");
                        });
        steps.add(
                "Check that " + http.url() + " answers with " + http.status(),
                "ansible.builtin.uri",
                new YamlMap()
                        .put("url", Jinja.text(http.url()))
                        .put("status_code", Yaml.number(http.status()))
                        .put("follow_redirects", "none")
                        .put("validate_certs", Yaml.bool(true))
                        .put("return_content", Yaml.bool(http.contains().isPresent())),
                more,
                path);
    }

    private void command(Check.CommandExits command, int number, YamlPath path) {
        String result = "check_" + number;
        String failed = result + ".rc != " + command.exit();
        if (command.contains().isPresent()) {
            String output = "(" + result + ".stdout ~ " + result + ".stderr)";
            failed += " or not (" + inside(command.contains().get(), output) + ")";
        }
        steps.add(
                "Try " + command.command().strip(),
                COMMAND,
                new YamlMap()
                        .put(
                                "argv",
                                Yaml.words(List.of("sh", "-c", Jinja.text(command.command())))),
                quiet(result).put("failed_when", failed),
                path);
    }

    private void file(Check.FileIs file, int number, YamlPath path) {
        String result = "check_" + number;
        steps.add(
                "Check that " + file.path() + " is " + (file.exists() ? "there" : "not there"),
                "ansible.builtin.stat",
                new YamlMap().put("path", Jinja.text(file.path())),
                new YamlMap()
                        .put("register", result)
                        .put(
                                "failed_when",
                                (file.exists() ? "not " : "") + result + ".stat.exists"),
                path);
        file.contains()
                .ifPresent(
                        part ->
                                steps.add(
                                        "Look into " + file.path(),
                                        COMMAND,
                                        new YamlMap()
                                                .put(
                                                        "argv",
                                                        Yaml.words(
                                                                List.of(
                                                                        "grep",
                                                                        "--fixed-strings",
                                                                        "--regexp",
                                                                        Jinja.text(part),
                                                                        "--",
                                                                        Jinja.text(file.path())))),
                                        new YamlMap().put("changed_when", Yaml.bool(false)),
                                        path));
    }

    private static YamlMap quiet(String result) {
        return new YamlMap().put("register", result).put("changed_when", Yaml.bool(false));
    }

    /** An expression that says whether a text is part of a variable. */
    private static String inside(String text, String variable) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "\"" + escaped + "\" in " + variable;
    }
}
