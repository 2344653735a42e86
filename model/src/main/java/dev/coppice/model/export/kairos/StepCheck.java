package dev.coppice.model.export.kairos;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Words;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stages and their steps: what is of the right type, and does something else than it says. */
final class StepCheck {

    private static final Set<String> STAGES = stages();

    /** Fields that are filled in; any other becomes {@code <no value>}. */
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{-?\\s*\\.([A-Za-z_][A-Za-z0-9_]*)[^}]*}}");

    private static final Set<String> FIELDS =
            Set.of("Values", "UUID", "Random", "MachineID", "ProtectedID");

    private final KairosFindings findings;

    StepCheck(KairosFindings findings) {
        this.findings = findings;
    }

    private static Set<String> stages() {
        var names = new TreeSet<String>();
        for (String stage :
                List.of(
                        "rootfs",
                        "initramfs",
                        "fs",
                        "boot",
                        "network",
                        "reconcile",
                        "first-boot",
                        "kairos-install.pre",
                        "kairos-install.after",
                        "before-install",
                        "after-install-chroot",
                        "after-install",
                        "before-upgrade",
                        "after-upgrade-chroot",
                        "after-upgrade",
                        "before-reset",
                        "after-reset-chroot",
                        "after-reset",
                        "kairos-uki-install.pre",
                        "kairos-uki-install.after",
                        "kairos-uki-reset.pre",
                        "kairos-uki-reset.after",
                        "kairos-uki-upgrade.pre",
                        "kairos-uki-upgrade.after",
                        "install",
                        "init",
                        "before-init",
                        "after-init",
                        "default")) {
            names.addAll(List.of(stage, stage + ".before", stage + ".after"));
        }
        return names;
    }

    void check(YNode root) {
        if (root.at(YamlPath.of("stages")).orElse(null) instanceof YMap map) {
            for (YNode.Entry stage : map.entries()) {
                stage(stage.key().value(), stage.value());
            }
        }
    }

    private void stage(String name, YNode node) {
        YamlPath path = YamlPath.of("stages", name);
        if (!STAGES.contains(name) && !name.startsWith("provider-")) {
            new Words(STAGES)
                    .near(name)
                    .ifPresent(
                            near ->
                                    findings.add(
                                            new KairosFinding(
                                                    "kairos-unknown-stage",
                                                    Severity.WARNING,
                                                    path,
                                                    "Kairos starts no stage "
                                                            + name
                                                            + " by itself.",
                                                    "Did you mean " + near + "?",
                                                    Optional.of(Fixes.rename(path, near)))));
        }
        if (node instanceof YSeq steps) {
            for (int i = 0; i < steps.items().size(); i++) {
                if (steps.items().get(i) instanceof YMap step) {
                    step(name, step, path.index(i));
                }
            }
        }
    }

    private void step(String stage, YMap step, YamlPath path) {
        modes(step, "files", path);
        modes(step, "directories", path);
        modes(step, "downloads", path);
        templates(step, path);
        if (isEarly(stage) && step.at(YamlPath.of("systemctl", "start")).isPresent()) {
            warn(
                    "kairos-start-too-early",
                    path.key("systemctl").key("start"),
                    "systemd does not run yet in the stage " + stage + ".",
                    "Use enable here, or start in the stage boot.");
        }
        if (step.get("packages").isPresent()
                && !stage.contains("chroot")
                && !Set.of("install", "init", "before-init", "after-init").contains(stage)) {
            warn(
                    "kairos-read-only",
                    path.key("packages"),
                    "The system is read-only in the stage " + stage + ".",
                    "Install packages in the Dockerfile, or in after-install-chroot.");
        }
    }

    private static boolean isEarly(String stage) {
        return stage.startsWith("rootfs") || stage.startsWith("initramfs");
    }

    private void modes(YMap step, String key, YamlPath path) {
        if (!(step.get(key).orElse(null) instanceof YSeq list)) {
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof YMap file && file.get("permissions").isEmpty()) {
                findings.add(
                        new KairosFinding(
                                "kairos-no-permissions",
                                Severity.ERROR,
                                path.key(key).index(i),
                                "Without permissions Kairos gives it mode 000, which nobody but"
                                        + " root can read.",
                                "Add permissions: 0644, or 0755 for directories and programs."));
            }
        }
    }

    private void templates(YNode node, YamlPath path) {
        switch (node) {
            case YScalar scalar -> {
                Matcher field = FIELD.matcher(scalar.value());
                while (field.find()) {
                    if (!FIELDS.contains(field.group(1))) {
                        warn(
                                "kairos-template",
                                path,
                                "Kairos fills in templates: "
                                        + field.group()
                                        + " becomes <no value>.",
                                "Write {{ \"{{\" }} where the text itself has two braces.");
                        return;
                    }
                }
            }
            case YSeq list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    templates(list.items().get(i), path.index(i));
                }
            }
            case YMap map ->
                    map.entries()
                            .forEach(
                                    entry ->
                                            templates(
                                                    entry.value(), path.key(entry.key().value())));
        }
    }

    private void warn(String code, YamlPath path, String message, String help) {
        findings.add(new KairosFinding(code, Severity.WARNING, path, message, help));
    }
}
