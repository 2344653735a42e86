package dev.coppice.model.export.ansible;

import dev.coppice.model.export.debian.HomeFolders;
import dev.coppice.model.export.debian.PlacedFiles;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Groups, people and the folders in their homes. */
final class PeoplePart {

    private static final String GROUP = "ansible.builtin.group";
    private static final String FILE = "ansible.builtin.file";

    /** No password fits; unlike {@code !} it does not lock the account against keys. */
    private static final String NO_PASSWORD = "*";

    private final SystemSpec spec;
    private final Steps steps;
    private final Set<String> made = new HashSet<>();

    PeoplePart(SystemSpec spec, Steps steps) {
        this.spec = spec;
        this.steps = steps;
    }

    void write() {
        List<Accounts.Group> groups = spec.accounts().groups();
        List<User> users = spec.accounts().users();
        steps.topic("Groups and people.");
        for (int i = 0; i < groups.size(); i++) {
            YamlPath path = YamlPath.of("groups", i);
            Accounts.Group group = groups.get(i);
            var arguments = new YamlMap().put("name", group.name(), path.key("name"));
            group.gid().ifPresent(gid -> arguments.put("gid", Yaml.number(gid, path.key("gid"))));
            if (made.add(group.name())) {
                steps.add("Make the group " + group.name(), GROUP, arguments, path);
            }
        }
        for (int i = 0; i < users.size(); i++) {
            user(users.get(i), YamlPath.of("users", i));
        }
        for (HomeFolders.Folder folder : HomeFolders.of(spec)) {
            steps.add(
                    "Make " + folder.path(),
                    FILE,
                    new YamlMap()
                            .put("path", Jinja.text(folder.path()))
                            .put("state", "directory")
                            .put("owner", folder.user())
                            .put("mode", folder.path().endsWith("/.ssh") ? "0700" : "0755"),
                    folder.origin());
        }
    }

    private void user(User user, YamlPath path) {
        for (int i = 0; i < user.groups().size(); i++) {
            String group = user.groups().get(i);
            if (made.add(group)) {
                steps.add(
                        "Make the group " + group,
                        GROUP,
                        new YamlMap().put("name", group),
                        path.key("groups").index(i));
            }
        }
        var arguments = new YamlMap().put("name", user.name(), path.key("name"));
        user.uid().ifPresent(uid -> arguments.put("uid", Yaml.number(uid, path.key("uid"))));
        if (!user.fullName().isEmpty()) {
            arguments.put("comment", Jinja.text(user.fullName()), path.key("fullName"));
        }
        if (made.contains(user.name()) && !user.name().equals("root")) {
            arguments.put("group", user.name());
        }
        if (!user.groups().isEmpty()) {
            var names = new ArrayList<Yaml>();
            for (int i = 0; i < user.groups().size(); i++) {
                names.add(Yaml.text(user.groups().get(i), path.key("groups").index(i)));
            }
            arguments.put("groups", Yaml.items(names)).put("append", Yaml.bool(true));
        }
        arguments.put("shell", Jinja.text(user.shell()), path.key("shell"));
        arguments.put(
                "password", user.hashedPassword().orElse(NO_PASSWORD), path.key("hashedPassword"));
        steps.add("Make the account " + user.name(), "ansible.builtin.user", arguments, path);
        if (!user.sshAuthorizedKeys().isEmpty()) {
            steps.add(
                    "Make the folder for the keys of " + user.name(),
                    FILE,
                    new YamlMap()
                            .put("path", PlacedFiles.home(user) + "/.ssh")
                            .put("state", "directory")
                            .put("owner", user.name())
                            .put("mode", "0700"),
                    path.key("sshAuthorizedKeys"));
        }
    }
}
