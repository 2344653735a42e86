package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.SudoFiles;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Groups, users and sudo rules. */
final class PeoplePart {

    private static final String ROOT = "root";

    private final FirstBoot boot;

    PeoplePart(FirstBoot boot) {
        this.boot = boot;
    }

    void write(YamlMap root) {
        Accounts accounts = boot.spec().accounts();
        groups(accounts.groups(), root);
        var users = new ArrayList<Yaml>();
        for (int i = 0; i < accounts.users().size(); i++) {
            users.add(user(accounts.users().get(i), YamlPath.of("users", i)));
        }
        if (users.isEmpty()) {
            users.add(new YamlMap().put("name", ROOT).put("lock_passwd", Yaml.bool(true)).done());
        }
        root.comment("Without \"default\" in the list there is no user of the image's own.");
        root.put("users", Yaml.items(users, YamlPath.of("users")));
        if (accounts.users().stream().anyMatch(user -> user.name().equals(ROOT))) {
            root.put("disable_root", Yaml.bool(false));
        }
        SudoFiles.of(boot.spec()).forEach(boot::file);
    }

    /** The key groups knows no ids, so groups that have one are made before it is read. */
    private void groups(List<Accounts.Group> groups, YamlMap root) {
        var plain = new ArrayList<Yaml>();
        for (int i = 0; i < groups.size(); i++) {
            Accounts.Group group = groups.get(i);
            YamlPath path = YamlPath.of("groups", i);
            group.gid()
                    .ifPresent(
                            gid ->
                                    boot.early(
                                            List.of(path),
                                            List.of(
                                                    "cloud-init-per",
                                                    "instance",
                                                    "group-" + group.name(),
                                                    "groupadd",
                                                    "--force",
                                                    "--gid",
                                                    Integer.toString(gid),
                                                    group.name())));
            if (group.gid().isEmpty()) {
                plain.add(Yaml.text(group.name(), path));
            }
        }
        root.putUnlessEmpty("groups", Yaml.items(plain));
    }

    private static Yaml user(User user, YamlPath path) {
        var map = new YamlMap(path);
        map.put("name", user.name(), path.key("name"));
        user.uid()
                .filter(uid -> !user.name().equals(ROOT))
                .ifPresent(uid -> map.put("uid", Yaml.number(uid, path.key("uid"))));
        if (!user.fullName().isEmpty()) {
            map.put("gecos", user.fullName(), path.key("fullName"));
        }
        map.putUnlessEmpty("groups", Yaml.words(user.groups(), path.key("groups")));
        map.put("shell", user.shell(), path.key("shell"));
        map.put("lock_passwd", Yaml.bool(user.hashedPassword().isEmpty()));
        user.hashedPassword()
                .ifPresent(hash -> map.put("hashed_passwd", hash, path.key("hashedPassword")));
        map.putUnlessEmpty(
                "ssh_authorized_keys",
                Yaml.texts(user.sshAuthorizedKeys(), path.key("sshAuthorizedKeys")));
        return map.done();
    }
}
