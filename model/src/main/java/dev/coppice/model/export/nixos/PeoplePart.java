package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users, groups, and what they may do as somebody else. */
final class PeoplePart {

    private final NixConfig config;
    private final NixConfig.Part part;
    private final Accounts accounts;

    private final NixosServices services;

    PeoplePart(NixConfig config, NixosServices services) {
        this.services = services;
        this.config = config;
        this.part = config.part(NixSection.USERS);
        this.accounts = config.spec().accounts();
    }

    void write() {
        if (accounts.users().stream().anyMatch(this::mayBecomeRoot)) {
            part.because(
                    "Accounts are as written here; passwd(1) does not change them for good.",
                    "users.mutableUsers",
                    of(false));
        }
        for (int i = 0; i < accounts.users().size(); i++) {
            user(accounts.users().get(i), i);
        }
        for (int i = 0; i < accounts.groups().size(); i++) {
            group(accounts.groups().get(i), i);
        }
        for (int i = 0; i < accounts.sudo().size(); i++) {
            sudo(accounts.sudo().get(i), i);
        }
    }

    /** Without anybody who can, NixOS refuses accounts that cannot be changed. */
    private boolean mayBecomeRoot(User user) {
        return (user.name().equals("root") || user.groups().contains("sudo"))
                && (user.hashedPassword().isPresent() || !user.sshAuthorizedKeys().isEmpty());
    }

    private void user(User user, int i) {
        YamlPath path = YamlPath.of("users", i);
        if (!user.name().equals("root")) {
            set(user, "isNormalUser", of(true), path.key("name"));
            user.uid().ifPresent(uid -> set(user, "uid", of(uid), path.key("uid")));
            if (ownsFiles(user)) {
                set(user, "group", of(user.name()), path.key("name"));
                part.set(List.of("users", "groups", user.name()), NixValue.attrs(), List.of());
            }
        }
        if (!user.fullName().isEmpty()) {
            set(user, "description", of(user.fullName()), path.key("fullName"));
        }
        if (!user.groups().isEmpty()) {
            var items = new ArrayList<NixValue.Item>();
            for (int g = 0; g < user.groups().size(); g++) {
                String name = NixosNames.group(user.groups().get(g));
                YamlPath place = path.key("groups").index(g);
                items.add(NixValue.Item.of(of(name), List.of(place)));
                supplementary(user.groups().get(g), name, place);
            }
            set(user, "extraGroups", new NixValue.Items("", items), path.key("groups"));
        }
        if (config.isWritten(path.key("shell"))) {
            shell(user, path.key("shell"));
        }
        user.hashedPassword().ifPresent(hash -> password(user, hash, path.key("hashedPassword")));
        if (!user.sshAuthorizedKeys().isEmpty()) {
            part.set(
                    List.of("users", "users", user.name(), "openssh", "authorizedKeys", "keys"),
                    NixValue.texts(user.sshAuthorizedKeys()),
                    List.of(path.key("sshAuthorizedKeys")));
        }
    }

    private void password(User user, String hash, YamlPath place) {
        set(user, "hashedPassword", of(hash), place);
        if (accounts.users().stream().noneMatch(this::mayBecomeRoot)) {
            config.report()
                    .approximated(
                            place,
                            "users.users.NAME.hashedPassword; it counts when the account is made,"
                                    + " as nobody here may become root");
        }
    }

    private void set(User user, String option, NixValue value, YamlPath origin) {
        part.set(List.of("users", "users", user.name(), option), value, List.of(origin));
    }

    /** Whether a file of the spec belongs to the group that Debian gives each user. */
    private boolean ownsFiles(User user) {
        return config.spec().files().stream().map(FileEntry::group).anyMatch(user.name()::equals);
    }

    private void supplementary(String debian, String nixos, YamlPath place) {
        boolean declared = accounts.groups().stream().anyMatch(it -> it.name().equals(debian));
        if (!debian.equals(nixos)) {
            config.report().exact(place, "the group " + nixos + ", which is its name on NixOS");
        }
        if (!declared && debian.equals(nixos) && !NixosNames.isCommonGroup(nixos)) {
            part.set(List.of("users", "groups", nixos), NixValue.attrs(), List.of(place));
        }
    }

    private void shell(User user, YamlPath place) {
        NixosNames.shellOption(user.shell())
                .ifPresent(option -> part.set(option, of(true), List.of(place)));
        Optional<String> shell = NixosNames.shell(user.shell());
        if (shell.isPresent()) {
            set(user, "shell", code(shell.get()), place);
        } else {
            set(user, "shell", of(NixosNames.command(user.shell())), place);
            config.report()
                    .approximated(
                            place,
                            "the same program where NixOS has it; see that its package is"
                                    + " installed");
        }
    }

    private void group(Accounts.Group group, int i) {
        YamlPath path = YamlPath.of("groups", i);
        List<String> option = List.of("users", "groups", group.name());
        if (group.gid().isEmpty()) {
            part.set(option, NixValue.attrs(), List.of(path.key("name")));
        } else {
            part.set(
                    option,
                    NixValue.attrs().with("gid", of(group.gid().get())),
                    List.of(path.key("name"), path.key("gid")));
        }
    }

    private void sudo(Accounts.SudoRule rule, int i) {
        Attrs entry = NixValue.attrs();
        if (rule.user().isPresent()) {
            entry = entry.with("users", NixValue.list(of(rule.user().get())));
        }
        if (rule.group().isPresent()) {
            entry = entry.with("groups", NixValue.list(of(NixosNames.group(rule.group().get()))));
        }
        entry = entry.with("runAs", of(rule.runAs()));
        entry =
                entry.with(
                        "commands",
                        NixValue.list(
                                rule.commands().stream()
                                        .map(command -> command(command, rule.password()))
                                        .toList()));
        part.add("security.sudo.extraRules", entry, List.of(YamlPath.of("sudo", i)));
        for (int c = 0; c < rule.commands().size(); c++) {
            YamlPath path = YamlPath.of("sudo", i, "commands", c);
            CommandLimits.of(rule.commands().get(c), services)
                    .ifPresent(
                            why ->
                                    config.report()
                                            .approximated(
                                                    path, "security.sudo.extraRules; " + why));
        }
    }

    private static NixValue command(String command, boolean password) {
        String there = NixosNames.command(command);
        return password
                ? of(there)
                : NixValue.attrs()
                        .with("command", of(there))
                        .with("options", NixValue.list(of("NOPASSWD")));
    }
}
