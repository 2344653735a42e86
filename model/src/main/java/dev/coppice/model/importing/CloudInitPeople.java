package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, groups, sudo rules and keys. */
final class CloudInitPeople {

    private final Foreign source;
    private final Draft draft;
    private final Map<String, LinkedHashMap<String, YamlValue>> users = new LinkedHashMap<>();
    private final Map<String, List<String>> memberships = new LinkedHashMap<>();
    private List<String> loose = List.of();

    CloudInitPeople(Foreign source, Draft draft) {
        this.source = source;
        this.draft = draft;
    }

    boolean take(String key) {
        YamlPath path = YamlPath.of(key);
        switch (key) {
            case "users" -> users(path);
            case "groups" -> groups(path);
            case "ssh_authorized_keys" -> loose = source.texts(path);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void users(YamlPath path) {
        for (int i = 0; i < source.size(path); i++) {
            YamlPath user = path.index(i);
            String name = source.text(user.key("name")).orElse("");
            if (source.at(user).orElse(null) instanceof YScalar) {
                source.dropped(
                        user,
                        "Images have no default user. Add the person by a name of their own.");
            } else if (!Shape.USER_NAME.matches(name)) {
                source.dropped(user, "It has no login name that can be one here.");
            } else {
                var fields = new LinkedHashMap<String, YamlValue>();
                fields.put("name", new YamlValue.Text(name));
                users.put(name, fields);
                source.keys(user).forEach(key -> field(user.key(key), key, name, fields));
            }
        }
    }

    private void field(
            YamlPath path, String key, String name, LinkedHashMap<String, YamlValue> fields) {
        Optional<String> text = source.text(path);
        switch (key) {
            case "name" -> source.taken(path, "users[].name");
            case "gecos" -> put(path, fields, "fullName", text.map(YamlValue.Text::new));
            case "shell" ->
                    put(
                            path,
                            fields,
                            "shell",
                            text.filter(Shape.ABSOLUTE_PATH::matches).map(YamlValue.Text::new));
            case "uid" ->
                    put(
                            path,
                            fields,
                            "uid",
                            text.filter(t -> t.matches("[1-5]?\\d{4}"))
                                    .map(t -> new YamlValue.Int(Long.parseLong(t))));
            case "groups" -> {
                memberships
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .addAll(source.texts(path));
                source.taken(path, "users[].groups");
            }
            case "hashed_passwd", "passwd" -> password(path, text, name, fields);
            case "ssh_authorized_keys", "ssh-authorized-keys" ->
                    put(
                            path,
                            fields,
                            "sshAuthorizedKeys",
                            Optional.of(Draft.texts(source.texts(path))));
            case "sudo" -> sudo(path, name);
            case "plain_text_passwd" -> source.dropped(path, CloudInitKeys.whyNot("chpasswd"));
            case "lock_passwd" -> source.taken(path, "");
            default -> source.dropped(path, "Accounts are made without it.");
        }
    }

    private void put(
            YamlPath path,
            LinkedHashMap<String, YamlValue> fields,
            String field,
            Optional<? extends YamlValue> value) {
        value.ifPresentOrElse(
                v -> {
                    fields.put(field, v);
                    source.taken(path, "users[]." + field);
                },
                () -> source.dropped(path, "Its value cannot be one of users[]." + field + "."));
    }

    private void password(
            YamlPath path,
            Optional<String> hash,
            String name,
            LinkedHashMap<String, YamlValue> fields) {
        boolean locked = source.bool(path.parent().key("lock_passwd")).orElse(true);
        if (hash.filter(Shape.PASSWORD_HASH::matches).isEmpty()) {
            source.dropped(path, "It is not a password hash.");
        } else if (locked) {
            source.dropped(path, "lock_passwd is not false: " + name + " cannot log in with it.");
        } else {
            fields.put("hashedPassword", new YamlValue.Text(hash.get()));
            source.taken(path, "users[].hashedPassword");
        }
    }

    /** Rules such as {@code ALL=(ALL) NOPASSWD:ALL}. */
    private void sudo(YamlPath path, String name) {
        List<String> rules =
                source.size(path) > 0 ? source.texts(path) : source.text(path).stream().toList();
        for (String rule : rules) {
            if (source.bool(path).filter(on -> !on).isPresent()) {
                source.taken(path, "");
                return;
            }
            boolean all = rule.matches("ALL\\s*=\\s*\\(ALL(:ALL)?\\)\\s*(NOPASSWD\\s*:\\s*)?ALL");
            if (!all) {
                source.dropped(path, "Write the rule \"" + rule + "\" under sudo by hand.");
                continue;
            }
            var fields = new LinkedHashMap<String, YamlValue>();
            fields.put("user", new YamlValue.Text(name));
            fields.put("runAs", new YamlValue.Text("ALL"));
            if (rule.contains("NOPASSWD")) {
                fields.put("password", new YamlValue.Bool(false));
            }
            draft.add("sudo", new YamlValue.Fields(fields));
            draft.add("packages", new YamlValue.Text("sudo"));
            source.taken(path, "sudo");
        }
    }

    private void groups(YamlPath path) {
        for (int i = 0; i < source.size(path); i++) {
            YamlPath item = path.index(i);
            if (source.at(item).orElse(null) instanceof YMap) {
                for (String group : source.keys(item)) {
                    group(item, group);
                    for (String member : source.texts(item.key(group))) {
                        memberships.computeIfAbsent(member, n -> new ArrayList<>()).add(group);
                    }
                }
            } else {
                group(item, source.text(item).orElse(""));
            }
        }
        if (source.size(path) == 0) {
            source.texts(path).forEach(group -> group(path, group));
        }
    }

    private void group(YamlPath path, String group) {
        if (Shape.USER_NAME.matches(group)) {
            draft.add("groups", Draft.record(Map.of("name", new YamlValue.Text(group))));
            source.taken(path, "groups");
        } else {
            source.dropped(path, "It is not a group name.");
        }
    }

    /** What is known only when all has been read. */
    void finish() {
        memberships.forEach(
                (user, groups) -> {
                    if (users.containsKey(user)) {
                        List<String> distinct = groups.stream().distinct().toList();
                        users.get(user).put("groups", Draft.texts(distinct));
                    }
                });
        YamlPath keys = YamlPath.of("ssh_authorized_keys");
        if (!loose.isEmpty() && users.isEmpty()) {
            source.dropped(keys, "They are the default user's, and images have none.");
        } else if (!loose.isEmpty()) {
            var first = users.entrySet().iterator().next();
            var all = new ArrayList<YamlValue>();
            if (first.getValue().get("sshAuthorizedKeys") instanceof YamlValue.Items own) {
                all.addAll(own.items());
            }
            loose.forEach(key -> all.add(new YamlValue.Text(key)));
            first.getValue().put("sshAuthorizedKeys", new YamlValue.Items(all));
            source.near(
                    keys,
                    "users[].sshAuthorizedKeys",
                    "They are the default user's; here they are " + first.getKey() + "'s.");
        }
        users.values().forEach(fields -> draft.add("users", new YamlValue.Fields(fields)));
    }
}
