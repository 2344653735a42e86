package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of {@code install} that a raw disk never reads, as it is not installed but resets itself
 * at its first boot. What does the same there may stand beside it.
 */
final class RawDiskCheck {

    private static final YamlPath INSTALL = YamlPath.of("install");
    private static final String LAYOUT = "/run/cos/custom-layout.env";

    /** Settings that nothing in a cloud-config replaces. */
    private static final Map<String, String> OTHERWISE =
            Map.of(
                    "encrypted_partitions",
                    "Install from the ISO image to encrypt.",
                    "partitions",
                    "Give AuroraBoot disk.state_size and disk.size for raw disks.",
                    "extra-partitions",
                    "Add partitions with layout in the stage rootfs.before for raw disks.");

    /** Settings of lists of directories, with the variables that say the same. */
    private static final Map<String, String> MOUNTS =
            Map.of(
                    "bind_mounts",
                    "CUSTOM_BIND_MOUNTS",
                    "ephemeral_mounts",
                    "CUSTOM_EPHEMERAL_MOUNTS");

    private final KairosFindings findings;

    RawDiskCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        for (YNode.Entry entry : Steps.entries(root.at(INSTALL))) {
            String key = entry.key().value();
            String first = key.replaceFirst("\\..*", "");
            YamlPath path = INSTALL.key(key);
            if (OTHERWISE.containsKey(first)) {
                unread(path, OTHERWISE.get(first));
            } else if (MOUNTS.containsKey(key)) {
                mounts(root, entry, MOUNTS.get(key));
            } else if (first.equals("grub_options") && !has(root, "grub_options")) {
                unread(
                        path,
                        "Say the same in grub_options at the top, too.",
                        new Fix(
                                "Add \"grub_options\" at the top",
                                List.of(
                                        new YamlOp.Set(
                                                YamlPath.of("grub_options"),
                                                YamlValue.of(entry.value())))));
            } else if (key.equals("bundles") && !has(root, "bundles")) {
                unread(
                        path,
                        "Put them into bundles at the top: those run at the first boot.",
                        new Fix(
                                "Move to \"bundles\" at the top",
                                List.of(
                                        new YamlOp.Remove(path),
                                        new YamlOp.Set(
                                                YamlPath.of("bundles"),
                                                YamlValue.of(entry.value())))));
            }
        }
    }

    private static boolean has(YNode root, String key) {
        return root.at(YamlPath.of(key)).isPresent();
    }

    private void mounts(YNode root, YNode.Entry entry, String variable) {
        List<YNode> items = Steps.items(Optional.of(entry.value()));
        List<String> there = layout(root, variable);
        List<String> missing =
                items.stream()
                        .map(item -> Steps.text(Optional.of(item)))
                        .filter(path -> !path.isEmpty() && !there.contains(path))
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        fields.put("environment_file", new YamlValue.Text(LAYOUT));
        var variables = new LinkedHashMap<String, YamlValue>();
        variables.put(variable, new YamlValue.Text(String.join(" ", missing)));
        fields.put("environment", new YamlValue.Fields(variables));
        String help = "Name them in " + variable + " of " + LAYOUT + " in the stage rootfs, too.";
        YamlPath path = INSTALL.key(entry.key().value());
        if (there.isEmpty()) {
            YamlPath stage = YamlPath.of("stages", "rootfs");
            int size = Steps.items(root.at(stage)).size();
            var step = new YamlOp.Insert(stage, size, new YamlValue.Fields(fields));
            unread(path, help, new Fix("Add a step to the stage rootfs", List.of(step)));
        } else {
            unread(path, help);
        }
    }

    /** The directories that a variable of the layout names. */
    private static List<String> layout(YNode root, String variable) {
        return Steps.of(root).stream()
                .filter(step -> step.stage().startsWith("rootfs"))
                .filter(step -> Steps.text(step.get("environment_file")).equals(LAYOUT))
                .flatMap(step -> step.get("environment").stream())
                .flatMap(map -> Stream.of(Steps.text(map, variable).split("\\s+")))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private void unread(YamlPath path, String help, Fix... fix) {
        findings.note(
                new Saying(
                        "kairos-raw-disk",
                        "Raw disks are never installed, so they do not read this.",
                        help),
                path,
                fix);
    }
}
