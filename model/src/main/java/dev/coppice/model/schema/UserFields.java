package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
import java.util.List;

/** The people's accounts and groups. */
final class UserFields {

    private UserFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.USERS);
        table.row("users", ListOf.records("user", "name"), "Users")
                .doc(
                        "The people who may log in. Each gets a home directory and a group of their"
                                + " own. An entry for root sets only how root logs in.")
                .debian("Lines in /etc/passwd, /etc/shadow and /etc/group; user ids from 1000.")
                .example("[{ name: alice, groups: [sudo] }]")
                .nixos("users.users")
                .cloudInit("users")
                .kairos("users")
                .alias("user", "accounts", "logins", "people");
        table.row("users[]", Mapping.plain(), "User")
                .doc("One person's account.")
                .debian("An account with the next free user id from 1000.")
                .example("{ name: alice }");
        table.row("users[].name", Text.of(Shape.USER_NAME), "Login name")
                .required()
                .doc("The name to log in with. The home directory is called after it.")
                .debian("The first column of /etc/passwd, and /home/NAME.")
                .example("alice")
                .placeholder("alice")
                .nixos("users.users.<name>.name")
                .cloudInit("users[].name")
                .kairos("users[].name")
                .alias("username", "userName", "user", "login");
        identity(table);
        memberships(table);
        logins(table);
        var rows = new ArrayList<>(table.fields());
        rows.addAll(GroupFields.rows());
        return rows;
    }

    private static void identity(FieldTable table) {
        table.row("users[].uid", new Int(1000, 59999, DiagnosticCode.OUT_OF_RANGE), "User number")
                .without("the next free number from 1000")
                .doc(
                        "The number of the user, from 1000 to 59999. Fix it when files on a disk or"
                                + " a share belong to the user.")
                .debian("The third column of /etc/passwd.")
                .example("1001")
                .placeholder("1001")
                .nixos("users.users.<name>.uid")
                .cloudInit("users[].uid")
                .kairos("users[].uid")
                .alias("id", "number", "userId");
        table.row("users[].fullName", Text.of(Shape.FULL_NAME), "Full name")
                .defaultsTo("")
                .doc("The person's name, as mail programs and login screens show it.")
                .debian("The fifth column of /etc/passwd.")
                .example("Alice Liddell")
                .placeholder("Alice Liddell")
                .nixos("users.users.<name>.description")
                .cloudInit("users[].gecos")
                .kairos("users[].gecos")
                .alias("gecos", "realName", "description", "comment");
    }

    private static void memberships(FieldTable table) {
        table.row("users[].groups", ListOf.values("group"), "Groups")
                .doc(
                        "Groups that the user belongs to, besides their own. Members of sudo may"
                                + " become root; a group that nothing else creates is created.")
                .debian("The member lists of /etc/group.")
                .example("[sudo, adm]")
                .nixos("users.users.<name>.extraGroups")
                .cloudInit("users[].groups")
                .kairos("users[].groups")
                .alias("extraGroups", "group", "supplementaryGroups", "extra_groups");
        table.row(
                        "users[].groups[]",
                        Text.of(
                                Shape.USER_NAME,
                                "sudo",
                                "adm",
                                "systemd-journal",
                                "docker",
                                "audio",
                                "video",
                                "dialout"),
                        "Group")
                .doc("The name of one group.")
                .debian("A member entry in /etc/group.")
                .example("sudo")
                .placeholder("sudo");
        table.row(
                        "users[].shell",
                        Text.of(
                                Shape.ABSOLUTE_PATH,
                                "/bin/bash",
                                "/bin/sh",
                                "/usr/bin/zsh",
                                "/usr/bin/fish",
                                "/usr/sbin/nologin"),
                        "Shell")
                .defaultsTo("/bin/bash")
                .doc(
                        "The program that starts when the user logs in. Another shell than bash or"
                                + " sh needs its package; /usr/sbin/nologin keeps people out.")
                .debian("The last column of /etc/passwd.")
                .example("/usr/bin/zsh")
                .placeholder("/bin/bash")
                .nixos("users.users.<name>.shell")
                .cloudInit("users[].shell")
                .kairos("users[].shell")
                .alias("loginShell", "login_shell");
    }

    private static void logins(FieldTable table) {
        table.row("users[].hashedPassword", Text.of(Shape.PASSWORD_HASH), "Password hash")
                .without("no login with a password")
                .doc(
                        "The hash of the password, never the password itself. Make one with"
                                + " `mkpasswd -m yescrypt` or `openssl passwd -6`.")
                .debian("The second column of /etc/shadow.")
                .example(
                        "$6$rounds=5000$usesomesillystri$D4IrlXatmP7rx3P3InaxBeoomnAihCKRVQAr/36eYK4k4NbF4wEfMk8Oh1bXjFFfsGLGEGIpRCGDCjjj2RSRW1")
                .placeholder("$y$… or $6$…")
                .nixos("users.users.<name>.hashedPassword")
                .cloudInit("users[].hashed_passwd")
                .kairos("users[].passwd")
                .alias(
                        "hashed_passwd",
                        "hashed_password",
                        "passwordHash",
                        "passwd",
                        "password",
                        "initialHashedPassword");
        table.row("users[].sshAuthorizedKeys", ListOf.values("SSH key"), "SSH keys")
                .doc(
                        "Public keys with which the user may log in over the network, when the"
                                + " package openssh-server is there. A key needs no password.")
                .debian("Lines of ~/.ssh/authorized_keys.")
                .example("[]")
                .nixos("users.users.<name>.openssh.authorizedKeys.keys")
                .cloudInit("users[].ssh_authorized_keys")
                .kairos("users[].ssh_authorized_keys")
                .alias(
                        "ssh_authorized_keys",
                        "authorized_keys",
                        "authorizedKeys",
                        "sshKeys",
                        "ssh_keys",
                        "sshKey",
                        "openssh");
        table.row(
                        "users[].sshAuthorizedKeys[]",
                        new Text(Shape.SSH_KEY, true, false, List.of()),
                        "SSH key")
                .doc("One line of a .pub file: the kind, the key, and a comment.")
                .debian("A line of ~/.ssh/authorized_keys.")
                .example(
                        "ssh-ed25519"
                            + " AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
                            + " alice@laptop")
                .placeholder("ssh-ed25519 AAAA… alice@laptop");
    }
}
