package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
import java.util.List;

/** Services, the SSH server, units and timers. */
final class SystemdFields {

    private SystemdFields() {}

    static List<Field> rows() {
        var rows = new ArrayList<>(services());
        rows.addAll(units());
        rows.addAll(TimerFields.rows());
        return rows;
    }

    private static List<Field> services() {
        var table = new FieldTable(Section.SERVICES);
        table.row(
                        "services",
                        new MapOf(
                                "service",
                                new EntryKey(
                                        "Unit",
                                        Shape.UNIT_NAME,
                                        "ssh",
                                        List.of("ssh", "nginx", "cron", "systemd-timesyncd"))),
                        "Services")
                .doc(
                        "Which systemd units start with the machine. A package that brings a"
                            + " service usually enables it, so this is for the exceptions, and for"
                            + " being explicit. Names without a suffix mean services.")
                .debian("Links in /etc/systemd/system.")
                .example("{ ssh: { enabled: true } }")
                .nixos("systemd.services")
                .elsewhere("Ansible", "systemd_service")
                .alias("service", "daemons", "systemd");
        table.row(
                        "services.*",
                        new Mapping(List.of(new KeyGroup(List.of("enabled", "masked"), false))),
                        "Service")
                .doc("What is said of one unit.")
                .debian("Links in /etc/systemd/system for one unit.")
                .example("{ enabled: true }");
        table.row("services.*.enabled", new Bool(), "Enabled")
                .doc(
                        "Whether the unit starts with the machine. When false, something else may"
                                + " still start it.")
                .debian("The links that `systemctl enable` would make, or their absence.")
                .example("true")
                .nixos("systemd.services.<name>.enable")
                .elsewhere("systemd", "systemctl enable")
                .alias("enable", "start", "active", "on");
        table.row("services.*.masked", new Bool(), "Masked")
                .defaultsTo(false)
                .doc("Whether the unit is shut off for good: nothing can start a masked unit.")
                .debian("A link from the unit's name to /dev/null.")
                .example("true")
                .elsewhere("systemd", "systemctl mask")
                .alias("mask", "blocked");
        sshd(table);
        return table.fields();
    }

    private static void sshd(FieldTable table) {
        table.row(
                        "sshd",
                        new MapOf(
                                "setting",
                                new EntryKey(
                                        "Keyword",
                                        Shape.SSHD_KEYWORD,
                                        "PermitRootLogin",
                                        List.of(
                                                "PasswordAuthentication",
                                                "PermitRootLogin",
                                                "Port",
                                                "AllowUsers",
                                                "AllowGroups",
                                                "X11Forwarding",
                                                "AllowTcpForwarding",
                                                "MaxAuthTries",
                                                "ClientAliveInterval"))),
                        "SSH server")
                .doc(
                        "Settings of the SSH server by their keywords. The server itself comes with"
                                + " the package openssh-server.")
                .debian("/etc/ssh/sshd_config.d/10-coppice.conf.")
                .example("{ PasswordAuthentication: \"no\" }")
                .nixos("services.openssh.settings")
                .cloudInit("ssh")
                .alias("ssh", "openssh", "sshd_config", "sshdConfig");
        table.row(
                        "sshd.*",
                        new Text(
                                Shape.SSHD_VALUE,
                                false,
                                true,
                                List.of("yes", "no", "prohibit-password")),
                        "Value")
                .doc("What stands behind the keyword; yes and no are texts here.")
                .debian("A line of /etc/ssh/sshd_config.d/10-coppice.conf.")
                .example("\"no\"")
                .placeholder("no");
    }

    private static List<Field> units() {
        var table = new FieldTable(Section.UNITS);
        table.row(
                        "units",
                        new ListOf("unit", List.of("name"), List.of("name", "dropIn"), true),
                        "Units")
                .doc(
                        "Systemd units of your own, and drop-ins that change units of packages."
                                + " A unit of your own starts with the machine when `services`"
                                + " enables it.")
                .debian("Files in /etc/systemd/system.")
                .example(
                        "[{ name: hello.service, content: \"[Service]\\n"
                                + "ExecStart=/bin/true\\n"
                                + "\" }]")
                .nixos("systemd.units")
                .alias("systemdUnits", "unit", "systemd_units");
        table.row("units[]", Mapping.plain(), "Unit")
                .doc("One unit or drop-in.")
                .debian("One file in /etc/systemd/system.")
                .example(
                        "{ name: hello.service, content: \"[Service]\\nExecStart=/bin/true\\n\" }");
        table.row("units[].name", Text.of(Shape.UNIT_FILE), "Unit name")
                .required()
                .doc("The name of the unit with its suffix, which tells its kind.")
                .debian("The file's name in /etc/systemd/system.")
                .example("backup.timer")
                .placeholder("backup.timer")
                .alias("unit", "id");
        table.row("units[].dropIn", Text.of(Shape.DROP_IN), "Drop-in")
                .without("the file is the unit itself")
                .doc(
                        "Name of a drop-in: then the text is added to a unit that exists, instead"
                                + " of replacing it. Good for changing one setting of a package's"
                                + " service.")
                .debian("/etc/systemd/system/UNIT.d/NAME.conf.")
                .example("limits")
                .placeholder("limits")
                .alias("dropin", "drop_in", "override", "overrides");
        table.row("units[].content", Text.lines(Shape.SOME_TEXT), "Text")
                .required()
                .doc("The text of the unit file: sections in brackets, then settings.")
                .debian("The file's text, as it is.")
                .example("\"[Timer]\\nOnCalendar=daily\\n\"")
                .placeholder("[Service]\nExecStart=/usr/local/bin/backup")
                .nixos("systemd.units.<name>.text")
                .alias("text", "body", "contents");
        return table.fields();
    }
}
