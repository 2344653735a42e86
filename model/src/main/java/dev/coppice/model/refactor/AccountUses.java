package dev.coppice.model.refactor;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where users and groups are named. */
final class AccountUses {

    /** Where paths of the image stand. */
    private static final List<String> PATHS =
            List.of(
                    "files[].path",
                    "storage.persist[]",
                    "storage.disks[].mount",
                    "bundles[].into",
                    "bundles[].files[].to",
                    "containers[].volumes[]",
                    "checks[].file");

    /** Where texts stand in which paths may be written. */
    private static final List<String> TEXTS =
            List.of(
                    "units[].content",
                    "timers[].command",
                    "sudo[].commands[]",
                    "checks[].command",
                    "files[].content");

    private final YNode root;

    AccountUses(YNode root) {
        this.root = root;
    }

    /** A user, with the home directory and the group of the same name that is the user's own. */
    void user(String name, String other, Uses uses) {
        var word = new Words(name);
        uses.values("users[].name", word.whole(other));
        uses.values("files[].owner", word.whole(other));
        uses.values("sudo[].user", word.whole(other));
        uses.values("sudo[].runAs", word.whole(other));
        uses.values("timers[].user", word.whole(other));
        uses.values("console.autologin", word.whole(other));
        uses.values("sshd.AllowUsers", word.each(other));
        uses.values("sshd.DenyUsers", word.each(other));
        boolean ownGroup = !declares("groups[].name", name);
        if (ownGroup) {
            memberships(word, other, uses);
        }
        String settings = ownGroup ? "User|Group|SupplementaryGroups" : "User";
        UnaryOperator<String> home = Words.home(name, other);
        PATHS.forEach(place -> uses.values(place, home));
        for (String place : TEXTS) {
            boolean unit = place.equals("units[].content");
            uses.values(
                    place,
                    text -> {
                        String moved = home.apply(text);
                        return unit ? word.inSettings(settings, other).apply(moved) : moved;
                    });
        }
    }

    /** A group that is no user's own. */
    void group(String name, String other, Uses uses) {
        var word = new Words(name);
        uses.values("groups[].name", word.whole(other));
        memberships(word, other, uses);
        uses.values("units[].content", word.inSettings("Group|SupplementaryGroups", other));
    }

    private static void memberships(Words word, String other, Uses uses) {
        uses.values("users[].groups[]", word.whole(other));
        uses.values("files[].group", word.whole(other));
        uses.values("sudo[].group", word.whole(other));
        uses.values("sshd.AllowGroups", word.each(other));
        uses.values("sshd.DenyGroups", word.each(other));
    }

    private boolean declares(String place, String name) {
        return Places.of(root, place).stream()
                .anyMatch(p -> p.node() instanceof YScalar s && s.value().equals(name));
    }
}
