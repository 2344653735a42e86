package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.KeyGroup;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Groups, and what users may do as others. */
final class GroupFields {

    private GroupFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.USERS);
        table.row("groups", ListOf.records("group", "name"), "Groups")
                .doc(
                        "Groups of your own. A group that is only named at a user comes by itself;"
                                + " here it can have a fixed number.")
                .debian("Lines of /etc/group.")
                .example("[{ name: ops, gid: 1500 }]")
                .nixos("users.groups")
                .cloudInit("groups")
                .alias("userGroups", "unixGroups");
        table.row("groups[]", Mapping.plain(), "Group")
                .doc("One group.")
                .debian("A line of /etc/group.")
                .example("{ name: ops, gid: 1500 }");
        table.row("groups[].name", Text.of(Shape.USER_NAME), "Group name")
                .required()
                .doc("The name of the group.")
                .debian("The first column of /etc/group.")
                .example("ops")
                .placeholder("ops")
                .nixos("users.groups.<name>.name")
                .alias("group", "groupname");
        table.row("groups[].gid", new Int(1000, 59999, DiagnosticCode.OUT_OF_RANGE), "Group number")
                .without("the next free number")
                .doc(
                        "The number of the group, from 1000 to 59999. Fix it when files on a disk"
                                + " or a share belong to the group.")
                .debian("The third column of /etc/group.")
                .example("1500")
                .placeholder("1500")
                .nixos("users.groups.<name>.gid")
                .alias("id", "number");
        sudo(table);
        return table.fields();
    }

    private static void sudo(FieldTable table) {
        table.row(
                        "sudo",
                        new ListOf("sudo rule", List.of("user", "group"), List.of(), false),
                        "Sudo rules")
                .doc(
                        "Which commands users and groups may run as root or as others. Members of"
                                + " the group sudo may run everything without a rule here.")
                .debian("/etc/sudoers.d/coppice; brings the package sudo.")
                .example("[{ group: ops, commands: [/usr/bin/systemctl restart nginx] }]")
                .nixos("security.sudo.extraRules")
                .cloudInit("users[].sudo")
                .alias("sudoers", "sudoRules", "privileges", "doas");
        table.row(
                        "sudo[]",
                        new Mapping(List.of(new KeyGroup(List.of("user", "group"), true))),
                        "Sudo rule")
                .doc("One rule: who may run what, and as whom.")
                .debian("A line of /etc/sudoers.d/coppice.")
                .example("{ group: ops, commands: [/usr/bin/systemctl restart nginx] }");
        table.row("sudo[].user", Text.of(Shape.USER_NAME), "User")
                .doc("The user who may.")
                .debian("The first word of the line.")
                .example("alice")
                .placeholder("alice")
                .nixos("security.sudo.extraRules.*.users")
                .alias("name", "users");
        table.row("sudo[].group", Text.of(Shape.USER_NAME), "Group")
                .doc("The group whose members may.")
                .debian("The first word of the line, behind a percent sign.")
                .example("ops")
                .placeholder("ops")
                .nixos("security.sudo.extraRules.*.groups")
                .alias("groups");
        commands(table);
    }

    private static void commands(FieldTable table) {
        table.row("sudo[].commands", ListOf.values("command"), "Commands")
                .without("ALL: every command")
                .doc("The commands that they may run, with whole paths; ALL is every command.")
                .debian("The list at the end of the line.")
                .example("[/usr/bin/systemctl restart nginx]")
                .nixos("security.sudo.extraRules.*.commands")
                .alias("command", "allow");
        table.row(
                        "sudo[].commands[]",
                        Text.of(Shape.SUDO_COMMAND, "ALL", "/usr/bin/systemctl restart nginx"),
                        "Command")
                .doc("A program with its whole path and, if given, exactly these arguments.")
                .debian("An item of the list.")
                .example("/usr/bin/systemctl restart nginx")
                .placeholder("/usr/bin/systemctl restart nginx");
        table.row("sudo[].runAs", Text.of(Shape.RUN_AS, "root", "ALL"), "As")
                .defaultsTo("root")
                .doc("The user that the commands run as; ALL is every user.")
                .debian("What stands in parentheses in the line.")
                .example("postgres")
                .placeholder("root")
                .nixos("security.sudo.extraRules.*.runAs")
                .alias("as", "runas", "target");
        table.row("sudo[].password", new Bool(), "Asks for the password")
                .defaultsTo(true)
                .doc("Whether the user must give their own password. Programs need false.")
                .debian("NOPASSWD: in the line when false.")
                .example("false")
                .nixos("security.sudo.wheelNeedsPassword")
                .alias("passwd", "needsPassword");
    }
}
