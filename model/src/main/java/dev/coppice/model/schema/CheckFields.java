package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.Choice;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.schema.FieldType.Text;
import dev.coppice.model.schema.FieldType.Union;
import dev.coppice.model.schema.FieldType.Variant;

import java.util.List;

/** What must hold in the running machine. */
final class CheckFields {

    private static final Union KINDS =
            new Union(
                    List.of(
                            new Variant("unit", "Unit state"),
                            new Variant("port", "Port"),
                            new Variant("http", "Web page"),
                            new Variant("command", "Command"),
                            new Variant("file", "File"),
                            new Variant("bootsWithin", "Boot time")));

    private CheckFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.CHECKS);
        table.row("checks", new ListOf("check", List.of(), List.of(), false), "Checks")
                .doc(
                        "What must hold once the machine runs. Checks run after each boot and tell"
                                + " you, before anyone else does, what a change has broken.")
                .debian("Nothing in the image; they run through the guest agent.")
                .example("[{ unit: ssh, is: active }]")
                .nixos("testScript of a NixOS test")
                .alias("check", "tests", "test", "assertions");
        table.row("checks[]", KINDS, "Check")
                .doc("One check; the first key tells its kind.")
                .debian("One question to the guest agent.")
                .example("{ port: 22 }");
        unit(table);
        port(table);
        http(table);
        command(table);
        file(table);
        table.row(
                        "checks[].bootsWithin",
                        Text.of(Shape.DURATION, "30s", "60s", "2m"),
                        "Boots within")
                .variant("bootsWithin")
                .required()
                .doc(
                        "The time from power-on until the machine is ready. Be generous where the"
                                + " processor is emulated: that takes five to ten times as long.")
                .debian("Measured by Coppice, not inside the machine.")
                .example("60s")
                .placeholder("60s")
                .alias("boot", "bootTime", "boots_within", "boots");
        return table.fields();
    }

    private static void unit(FieldTable table) {
        table.row("checks[].unit", Text.of(Shape.UNIT_NAME, "ssh", "nginx"), "Unit")
                .variant("unit")
                .required()
                .doc("The systemd unit whose state is looked at.")
                .debian("`systemctl is-active UNIT`.")
                .example("nginx")
                .placeholder("nginx")
                .alias("service", "systemd");
        table.row(
                        "checks[].is",
                        new Choice(
                                List.of(
                                        new Option("active", "Active"),
                                        new Option("inactive", "Inactive"),
                                        new Option("failed", "Failed"))),
                        "State")
                .variant("unit")
                .defaultsTo("active")
                .doc("The state that the unit must be in.")
                .debian("What `systemctl is-active` prints.")
                .example("active")
                .placeholder("active")
                .alias("state", "status");
    }

    private static void port(FieldTable table) {
        table.row("checks[].port", Int.port(), "Port")
                .variant("port")
                .required()
                .doc("A TCP port of the machine, tried from inside.")
                .debian("A connection to 127.0.0.1.")
                .example("80")
                .placeholder("80")
                .alias("tcp", "listen");
        table.row(
                        "checks[].is",
                        new Choice(
                                List.of(
                                        new Option("open", "Open"),
                                        new Option("closed", "Closed"))),
                        "State")
                .variant("port")
                .defaultsTo("open")
                .doc("Whether something must answer at the port.")
                .debian("Whether the connection is accepted.")
                .example("open")
                .placeholder("open")
                .alias("state");
    }

    private static void http(FieldTable table) {
        table.row("checks[].http", Text.of(Shape.URL, "http://localhost/"), "Address")
                .variant("http")
                .required()
                .doc("A web address, fetched inside the machine.")
                .debian("A request from inside the machine.")
                .example("http://localhost/")
                .placeholder("http://localhost/")
                .alias("url", "https", "get");
        table.row("checks[].status", new Int(100, 599, DiagnosticCode.OUT_OF_RANGE), "Status")
                .variant("http")
                .defaultsTo(200)
                .doc("The status code of the answer: 200 is fine, 404 is not found.")
                .debian("The status line of the answer.")
                .example("200")
                .placeholder("200")
                .alias("code", "statusCode");
        contains(table, "http", "A text that the page must contain.");
    }

    private static void command(FieldTable table) {
        table.row("checks[].command", Text.of(Shape.SOME_TEXT), "Command")
                .variant("command")
                .required()
                .doc("A shell command, run as root inside the machine.")
                .debian("`/bin/sh -c COMMAND`.")
                .example("nginx -t")
                .placeholder("nginx -t")
                .alias("run", "exec", "cmd", "shell");
        table.row("checks[].exit", new Int(0, 255, DiagnosticCode.OUT_OF_RANGE), "Exit code")
                .variant("command")
                .defaultsTo(0)
                .doc("The exit code of the command; 0 means that all went well.")
                .debian("The shell's exit code.")
                .example("0")
                .placeholder("0")
                .alias("exitCode", "code", "status", "returns");
        contains(table, "command", "A text that the command must print.");
    }

    private static void file(FieldTable table) {
        table.row("checks[].file", Text.of(Shape.ABSOLUTE_PATH), "File")
                .variant("file")
                .required()
                .doc("The path of a file in the machine.")
                .debian("Looked at inside the machine.")
                .example("/etc/motd")
                .placeholder("/etc/motd")
                .alias("path");
        table.row("checks[].exists", new Bool(), "Exists")
                .variant("file")
                .defaultsTo(true)
                .doc("Whether the file must be there, or must not.")
                .debian("`test -e PATH`.")
                .example("true")
                .alias("exist", "present");
        contains(table, "file", "A text that the file must contain.");
    }

    private static void contains(FieldTable table, String variant, String sentence) {
        table.row("checks[].contains", Text.of(Shape.SOME_TEXT), "Contains")
                .variant(variant)
                .without("any text is fine")
                .doc(sentence)
                .debian("A comparison by Coppice.")
                .example("Welcome")
                .placeholder("Welcome")
                .alias("contain", "text", "matches", "body", "output");
    }
}
