package dev.coppice.model.export.nixos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.spec.Check;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** The checks as a NixOS test: a machine is booted in QEMU and asked (its driver is Python). */
final class TestFile {

    static final String NAME = "test.nix";

    private final NixConfig config;
    private final NixosServices services;

    TestFile(NixConfig config, NixosServices services) {
        this.config = config;
        this.services = services;
    }

    ExportedFile.Text write() {
        SystemSpec spec = config.spec();
        var out = new TextWriter("  ");
        out.line(
                "# Boots the system in a machine, and checks what must hold (checks in the spec).");
        out.line("# Run it with: nix flake check --print-build-logs");
        out.line("{");
        out.indented(
                () -> {
                    out.line("name = " + NixText.quoted(spec.name()) + ";", config.written("name"));
                    out.gap();
                    node(out);
                    out.gap();
                    script(out, spec.checks());
                });
        out.line("}");
        return out.file(NAME, Language.NIX);
    }

    private void node(TextWriter out) {
        out.line("nodes.machine = {");
        out.indented(
                () -> {
                    out.line("imports = [ ./configuration.nix ];");
                    var tree = new NixTree();
                    new MachinePart(config)
                            .write(
                                    (path, value, origins) ->
                                            tree.set(
                                                    path,
                                                    new NixTree.Leaf(
                                                            NixSection.MACHINE,
                                                            value,
                                                            origins,
                                                            List.of())),
                                    List.of(),
                                    false);
                    new NixWriter(out).section(tree, NixSection.MACHINE);
                });
        out.line("};");
        if (config.spec().targets().nixos().fields().keySet().stream()
                .anyMatch(key -> key.startsWith("nixpkgs"))) {
            out.line("# The configuration says something about nixpkgs itself.");
            out.line("node.pkgsReadOnly = false;");
        }
    }

    private void script(TextWriter out, List<Check> checks) {
        out.line("testScript = ''");
        out.indented(
                () -> {
                    out.line("machine.start()");
                    out.line("machine.wait_for_unit(\"multi-user.target\")");
                    for (int i = 0; i < checks.size(); i++) {
                        YamlPath path = YamlPath.of("checks", i);
                        String code = statement(checks.get(i));
                        if (checks.get(i) instanceof Check.CommandExits check) {
                            CommandLimits.of(check.command(), services)
                                    .ifPresent(
                                            why ->
                                                    config.report()
                                                            .approximated(
                                                                    path.key("command"),
                                                                    "a line of the test that may"
                                                                            + " not hold: "
                                                                            + why));
                        }
                        out.line(NixText.escapedLines(code + " ").stripTrailing(), path);
                    }
                });
        out.line("'';");
    }

    private String statement(Check check) {
        return switch (check) {
            case Check.UnitIs unit -> unit(services.unit(unit.unit()), unit.state());
            case Check.Port port ->
                    (port.open() ? "machine.wait_for_open_port(" : "machine.wait_for_closed_port(")
                            + port.port()
                            + ")";
            case Check.Http http -> http(http);
            case Check.CommandExits command -> command(command);
            case Check.FileIs file -> file(file);
            case Check.BootsWithin boot ->
                    "# Boots within "
                            + boot.limit().toSeconds()
                            + " s: not measured here, as the machine of a test is not yours";
        };
    }

    private static String unit(String unit, String state) {
        return state.equals("active")
                ? "machine.wait_for_unit(" + python(unit) + ")"
                : "machine.require_unit_state(" + python(unit) + ", " + python(state) + ")";
    }

    /** curl tells the status; a page that is redirected is not followed, as Coppice does. */
    private static String http(Check.Http http) {
        String url = shell(http.url());
        String status =
                "curl --silent --insecure --output /dev/null --write-out '%{http_code}' "
                        + url
                        + " | grep -x "
                        + http.status();
        String body =
                http.contains()
                        .map(
                                text ->
                                        "\nmachine.succeed("
                                                + python(
                                                        "curl --silent --insecure "
                                                                + url
                                                                + " | grep -F -e "
                                                                + shell(text))
                                                + ")")
                        .orElse("");
        return "machine.wait_until_succeeds(" + python(status) + ", timeout=60)" + body;
    }

    private static String command(Check.CommandExits check) {
        String command = python(NixosNames.command(check.command()));
        if (check.contains().isEmpty()) {
            return check.exit() == 0
                    ? "machine.succeed(" + command + ")"
                    : "assert machine.execute(" + command + ")[0] == " + check.exit();
        }
        return "status, output = machine.execute("
                + command
                + ")\nassert status == "
                + check.exit()
                + " and "
                + python(check.contains().get())
                + " in output, output";
    }

    private static String file(Check.FileIs check) {
        String exists = "test -e " + shell(check.path());
        if (!check.exists()) {
            return "machine.fail(" + python(exists) + ")";
        }
        return "machine.succeed("
                + python(
                        check.contains()
                                .map(
                                        text ->
                                                "grep -F -e "
                                                        + shell(text)
                                                        + " -- "
                                                        + shell(check.path()))
                                .orElse(exists))
                + ")";
    }

    private static String shell(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A text in Python, on one line. */
    static String python(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? "\\x%02x".formatted((int) c) : c);
            }
        }
        return out.append('"').toString();
    }
}
