package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users, installation and bundles: what makes Kairos refuse to install, or install nothing. */
final class InstallCheck {

    private static final YamlPath INSTALL = YamlPath.of("install");
    private static final YamlPath USERS = YamlPath.of("users");
    private static final String ADMIN = "admin";

    private final KairosFindings findings;

    InstallCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root, boolean whole) {
        List<YMap> users = users(root);
        if (whole) {
            people(root, users);
        }
        names(root);
        if (is(root, INSTALL.key("ssh_hardening"))
                && users.stream().allMatch(user -> isEmpty(user.get("ssh_authorized_keys")))) {
            error(
                    "kairos-no-keys",
                    INSTALL.key("ssh_hardening"),
                    "Kairos refuses to install: with ssh_hardening somebody must have a key.",
                    "Give a user ssh_authorized_keys.");
        }
        for (String action : List.of("install", "upgrade", "reset")) {
            YamlPath path = YamlPath.of(action);
            if (is(root, path.key("reboot")) && is(root, path.key("poweroff"))) {
                error(
                        "kairos-reboot-and-poweroff",
                        path.key("poweroff"),
                        "The machine cannot both reboot and power off.",
                        "Leave one of them.");
            }
        }
        device(root);
        bundles(root, YamlPath.of("bundles"));
        bundles(root, INSTALL.key("bundles"));
        partitions(root);
    }

    private static List<YMap> users(YNode root) {
        var users = new ArrayList<YMap>();
        if (root.at(USERS).orElse(null) instanceof YSeq list) {
            list.items().stream()
                    .filter(YMap.class::isInstance)
                    .forEach(item -> users.add((YMap) item));
        }
        if (root.at(YamlPath.of("stages")).orElse(null) instanceof YMap stages) {
            for (YNode.Entry stage : stages.entries()) {
                if (stage.value() instanceof YSeq steps) {
                    steps.items().forEach(step -> inStep(step, users));
                }
            }
        }
        return users;
    }

    private static void inStep(YNode step, List<YMap> users) {
        if (step.at(USERS).orElse(null) instanceof YMap map) {
            map.entries().stream()
                    .filter(entry -> entry.value() instanceof YMap)
                    .forEach(entry -> users.add((YMap) entry.value()));
        }
    }

    private void people(YNode root, List<YMap> users) {
        if (isEmpty(root.at(USERS))) {
            warn(
                    "kairos-no-users",
                    YamlPath.ROOT,
                    "kairos-agent validate wants users.",
                    "Add a user.");
        }
        boolean admin = users.stream().anyMatch(InstallCheck::isAdmin);
        if (!admin && !is(root, INSTALL.key("nousers"))) {
            error(
                    "kairos-no-admin",
                    USERS,
                    "Kairos refuses to install: nobody is in the group admin.",
                    "Put a user into the group admin, or set install.nousers: true.");
        }
    }

    private static boolean isAdmin(YMap user) {
        boolean member =
                user.get("groups").orElse(null) instanceof YSeq groups
                        && groups.items().stream().anyMatch(group -> text(group).equals(ADMIN));
        return member || user.get("primary_group").filter(g -> text(g).equals(ADMIN)).isPresent();
    }

    private void names(YNode root) {
        if (!(root.at(USERS).orElse(null) instanceof YSeq list)) {
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            String name =
                    list.items().get(i).at(YamlPath.of("name")).map(InstallCheck::text).orElse("");
            if (!name.matches("[a-z_][a-z0-9_-]{0,30}")) {
                error(
                        "kairos-user-name",
                        USERS.index(i),
                        "The user has no name that a login can have.",
                        "Use lower-case letters, digits and hyphens.");
            }
        }
    }

    private void device(YNode root) {
        YamlPath path = INSTALL.key("device");
        root.at(path)
                .map(InstallCheck::text)
                .filter(device -> !device.matches("auto|/dev/.+|script://.+"))
                .ifPresent(
                        device ->
                                error(
                                        "kairos-device",
                                        path,
                                        device + " is no device.",
                                        "Write auto, or a path that begins with /dev/."));
    }

    private void bundles(YNode root, YamlPath path) {
        if (!(root.at(path).orElse(null) instanceof YSeq list)) {
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            YamlPath targets = path.index(i).key("targets");
            if (!(root.at(targets).orElse(null) instanceof YSeq each)) {
                continue;
            }
            for (int j = 0; j < each.items().size(); j++) {
                String target = text(each.items().get(j));
                if (!target.matches("(run|container|docker)://.+")) {
                    error(
                            "kairos-bundle-target",
                            targets.index(j),
                            "Images of Kairos cannot install " + target + ".",
                            "Begin with run:// or container:// and the name of an image.");
                }
            }
        }
    }

    private void partitions(YNode root) {
        YamlPath path = INSTALL.key("extra-partitions");
        if (!(root.at(path).orElse(null) instanceof YSeq list)) {
            return;
        }
        int rest = persistentTakesTheRest(root) ? 1 : 0;
        for (int i = 0; i < list.items().size(); i++) {
            YNode one = list.items().get(i);
            String size = one.at(YamlPath.of("size")).map(InstallCheck::text).orElse("0");
            rest += size.equals("0") ? 1 : 0;
            if (one.at(YamlPath.of("name")).isEmpty()) {
                error(
                        "kairos-partition-name",
                        path.index(i),
                        "The partition has no name.",
                        "Add a name.");
            }
        }
        if (rest > 1) {
            error(
                    "kairos-partition-rest",
                    path,
                    "Only one partition can take what is left of the disk, and the persistent one"
                            + " does unless it has a size.",
                    "Give the others a size in MiB.");
        }
    }

    private static boolean persistentTakesTheRest(YNode root) {
        YamlPath persistent = INSTALL.key("partitions").key("persistent").key("size");
        return root.at(persistent)
                .or(() -> root.at(INSTALL.key("partitions.persistent.size")))
                .map(InstallCheck::text)
                .orElse("0")
                .equals("0");
    }

    private static String text(YNode node) {
        return node instanceof YScalar scalar ? scalar.value() : "";
    }

    private static boolean is(YNode root, YamlPath path) {
        return root.at(path).filter(node -> text(node).equals("true")).isPresent();
    }

    private static boolean isEmpty(Optional<YNode> node) {
        return !(node.orElse(null) instanceof YSeq list) || list.items().isEmpty();
    }

    private void error(String code, YamlPath path, String message, String help) {
        findings.add(new KairosFinding(code, Severity.ERROR, path, message, help));
    }

    private void warn(String code, YamlPath path, String message, String help) {
        findings.add(new KairosFinding(code, Severity.WARNING, path, message, help));
    }
}
