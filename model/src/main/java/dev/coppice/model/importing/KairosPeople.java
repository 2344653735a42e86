package dev.coppice.model.importing;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Users of a Kairos cloud-config. One of whom a spec can say everything is taken; others are kept
 * whole. Clear passwords are never kept.
 */
final class KairosPeople {

    private static final YamlPath USERS = YamlPath.of("users");
    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "uid",
                    "gecos",
                    "groups",
                    "shell",
                    "passwd",
                    "lock_passwd",
                    "ssh_authorized_keys");

    private final Foreign source;
    private final Draft draft;
    private final KairosRaw raw;

    KairosPeople(Foreign source, Draft draft, KairosRaw raw) {
        this.source = source;
        this.draft = draft;
        this.raw = raw;
    }

    void users() {
        if (!(source.at(USERS).orElse(null) instanceof YSeq)) {
            source.dropped(USERS, "It is no list of users.");
            return;
        }
        for (int i = 0; i < source.size(USERS); i++) {
            YamlPath user = USERS.index(i);
            if (isKairosOwn(user)) {
                source.taken(user, "");
                continue;
            }
            Optional<String> clear =
                    source.text(user.key("passwd")).filter(p -> !Shape.PASSWORD_HASH.matches(p));
            if (clear.isPresent() && !isLocked(user)) {
                source.dropped(user.key("passwd"), CloudInitKeys.whyNot("chpasswd"));
            }
            if (canSay(user)) {
                take(user);
            } else if (clear.isPresent()) {
                source.dropped(
                        user, "It has a clear password, and settings that a spec cannot say.");
            } else {
                raw.keepItem("users", i);
            }
        }
    }

    private boolean isLocked(YamlPath user) {
        return source.bool(user.key("lock_passwd")).orElse(false);
    }

    /** The locked user that Kairos makes anyway. */
    private boolean isKairosOwn(YamlPath user) {
        return source.text(user.key("name")).filter("kairos"::equals).isPresent()
                && isLocked(user)
                && source.keys(user).size() == 2;
    }

    private boolean canSay(YamlPath user) {
        List<String> keys = source.texts(user.key("ssh_authorized_keys"));
        return KNOWN.containsAll(source.keys(user))
                && source.text(user.key("name")).filter(Shape.USER_NAME::matches).isPresent()
                && source.text(user.key("shell")).stream().allMatch(Shape.ABSOLUTE_PATH::matches)
                && source.text(user.key("gecos")).stream().allMatch(Shape.FULL_NAME::matches)
                && source.text(user.key("uid")).stream().allMatch(u -> u.matches("[1-5]?\\d{4}"))
                && source.texts(user.key("groups")).stream().allMatch(Shape.USER_NAME::matches)
                && keys.stream().allMatch(Shape.SSH_KEY::matches);
    }

    private void take(YamlPath user) {
        var fields = new LinkedHashMap<String, YamlValue>();
        text(user.key("name"), "name", fields);
        source.text(user.key("uid"))
                .ifPresent(
                        uid -> {
                            fields.put("uid", new YamlValue.Int(Long.parseLong(uid)));
                            source.taken(user.key("uid"), "users[].uid");
                        });
        text(user.key("gecos"), "fullName", fields);
        texts(user.key("groups"), "groups", fields);
        text(user.key("shell"), "shell", fields);
        if (isLocked(user)) {
            source.taken(user.key("lock_passwd"), "");
        } else if (source.text(user.key("passwd"))
                .filter(Shape.PASSWORD_HASH::matches)
                .isPresent()) {
            text(user.key("passwd"), "hashedPassword", fields);
        }
        texts(user.key("ssh_authorized_keys"), "sshAuthorizedKeys", fields);
        draft.add("users", new YamlValue.Fields(fields));
    }

    private void text(YamlPath path, String field, LinkedHashMap<String, YamlValue> fields) {
        source.text(path)
                .ifPresent(
                        text -> {
                            fields.put(field, new YamlValue.Text(text));
                            source.taken(path, "users[]." + field);
                        });
    }

    private void texts(YamlPath path, String field, LinkedHashMap<String, YamlValue> fields) {
        List<String> texts = source.texts(path);
        if (!texts.isEmpty()) {
            fields.put(field, Draft.texts(texts));
            source.taken(path, "users[]." + field);
        }
    }
}
