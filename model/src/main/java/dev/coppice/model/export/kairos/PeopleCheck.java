package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Users whose groups are not there when Kairos makes them: it leaves out the membership, or the
 * user; and users who are there already, of whom it sets little.
 */
final class PeopleCheck {

    /** Groups that Kairos makes itself. */
    private static final Set<String> OWN = Set.of("admin", "kairos");

    /** Accounts of every image; Kairos' own is locked, and only made where no other says more. */
    private static final Set<String> THERE = Set.of("root", "daemon", "bin", "sys", "nobody");

    private static final Set<String> SET =
            Set.of("name", "passwd", "ssh_authorized_keys", "lock_passwd");

    private final Predicate<String> inImage;
    private final KairosFindings findings;

    PeopleCheck(Predicate<String> inImage, KairosFindings findings) {
        this.inImage = inImage;
        this.findings = findings;
    }

    void check(YNode root) {
        var ensured = new Ensured(root);
        List<YNode> users = Steps.items(root.at(YamlPath.of("users")));
        for (int i = 0; i < users.size(); i++) {
            YNode user = users.get(i);
            there(user, Steps.text(user, "name"), YamlPath.of("users", i));
            groups(root, user, YamlPath.of("users", i), ensured::beforeAll);
        }
        for (Steps.Step step : Steps.of(root)) {
            for (YNode.Entry user : Steps.entries(step.get("users"))) {
                String name = user.key().value();
                YamlPath path = step.path().key("users").key(name);
                there(user.value(), name, path);
                groups(root, user.value(), path, group -> ensured.before(group, step));
            }
        }
    }

    private void there(YNode user, String name, YamlPath path) {
        if (!THERE.contains(name)) {
            return;
        }
        for (YNode.Entry entry : Steps.entries(Optional.of(user))) {
            String key = entry.key().value();
            if (!SET.contains(key)) {
                findings.warn(
                        new Saying(
                                "kairos-existing-user",
                                name
                                        + " is there already: of such a user Kairos sets the"
                                        + " password and the keys, and passes over "
                                        + key
                                        + ".",
                                "Take it out, or change the user with commands."),
                        path.key(key));
            }
        }
    }

    private void groups(YNode root, YNode user, YamlPath path, Predicate<String> ensured) {
        Predicate<String> known =
                group ->
                        group.isEmpty()
                                || group.contains("{{")
                                || OWN.contains(group)
                                || inImage.test(group)
                                || ensured.test(group);
        List<YNode> groups = Steps.items(user.at(YamlPath.of("groups")));
        for (int i = 0; i < groups.size(); i++) {
            String group = Steps.text(Optional.of(groups.get(i)));
            if (!known.test(group)) {
                findings.warn(
                        missing(group, "Kairos does not make the user a member."),
                        path.key("groups").index(i),
                        ensure(root, group));
            }
        }
        String primary = Steps.text(user, "primary_group");
        if (!known.test(primary)) {
            findings.error(
                    missing(primary, "Kairos does not make the user."),
                    path.key("primary_group"),
                    ensure(root, primary));
        }
    }

    private static Saying missing(String group, String loss) {
        return new Saying(
                "kairos-no-group",
                "Nothing makes the group " + group + " before this user. " + loss,
                "Make it with ensure_entities in the stage initramfs, or in the image.");
    }

    /** A step before all others, so that it comes before those that need it. */
    private static Fix ensure(YNode root, String group) {
        var entity = new LinkedHashMap<String, YamlValue>();
        entity.put("path", new YamlValue.Text("/etc/group"));
        entity.put(
                "entity",
                new YamlValue.Text(
                        "kind: \"group\"\ngroup_name: \""
                                + group
                                + "\"\npassword: \"x\"\ngid: -1\n"));
        var step = new LinkedHashMap<String, YamlValue>();
        step.put("ensure_entities", new YamlValue.Items(List.of(new YamlValue.Fields(entity))));
        YamlPath stage =
                root.at(YamlPath.of("stages", "initramfs.before")).isPresent()
                        ? YamlPath.of("stages", "initramfs.before")
                        : YamlPath.of("stages", "initramfs");
        return new Fix(
                "Make the group at each start",
                List.of(new YamlOp.Insert(stage, 0, new YamlValue.Fields(step))));
    }
}
