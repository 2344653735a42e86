package dev.coppice.model.export.kairos;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;

/** Users and groups. */
final class PeoplePart {

    private static final String ADMIN = "admin";

    private final Accounts accounts;

    PeoplePart(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The key {@code users}; Kairos wants it, and makes the locked user kairos anyway. */
    Yaml users() {
        var users = new ArrayList<Yaml>();
        for (int i = 0; i < accounts.users().size(); i++) {
            users.add(user(accounts.users().get(i), YamlPath.of("users", i)));
        }
        if (users.isEmpty()) {
            users.add(
                    new YamlMap()
                            .put("name", Yaml.text("kairos"))
                            .put("lock_passwd", Yaml.bool(true))
                            .done());
        }
        return Yaml.items(users, YamlPath.of("users"));
    }

    /** Whether somebody is in the group that Kairos wants somebody in. */
    boolean hasAdmin() {
        return accounts.users().stream().anyMatch(user -> user.groups().contains(ADMIN));
    }

    private static Yaml user(User user, YamlPath path) {
        var map = new YamlMap(path);
        map.put("name", user.name(), path.key("name"));
        user.uid().ifPresent(uid -> map.put("uid", Integer.toString(uid), path.key("uid")));
        if (!user.fullName().isEmpty()) {
            map.put("gecos", user.fullName(), path.key("fullName"));
        }
        map.putUnlessEmpty("groups", Yaml.words(user.groups(), path.key("groups")));
        map.put("shell", user.shell(), path.key("shell"));
        user.hashedPassword()
                .ifPresentOrElse(
                        hash -> map.put("passwd", hash, path.key("hashedPassword")),
                        () -> map.put("lock_passwd", Yaml.bool(true)));
        map.putUnlessEmpty(
                "ssh_authorized_keys",
                Yaml.texts(user.sshAuthorizedKeys(), path.key("sshAuthorizedKeys")));
        return map.done();
    }

    /** Groups must be there before users become their members: those who are not are left out. */
    Yaml.Items groups() {
        var entities = new ArrayList<Yaml>();
        for (int i = 0; i < accounts.groups().size(); i++) {
            Accounts.Group group = accounts.groups().get(i);
            String entity =
                    """
                    kind: "group"
                    group_name: "%s"
                    password: "x"
                    gid: %d
                    """
                            .formatted(group.name(), group.gid().orElse(-1));
            entities.add(
                    new YamlMap(YamlPath.of("groups", i))
                            .put("path", Yaml.text("/etc/group"))
                            .put("entity", Yaml.text(Templates.escaped(entity)))
                            .done());
        }
        return Yaml.items(entities);
    }
}
