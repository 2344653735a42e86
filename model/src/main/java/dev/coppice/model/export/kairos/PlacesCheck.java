package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that are written where the running system is read-only, and mounts onto nothing. */
final class PlacesCheck {

    private static final YamlPath INSTALL = YamlPath.of("install");

    /** Stages of the running system; others write into an image. */
    private static final Set<String> RUNNING =
            Set.of("initramfs", "fs", "boot", "network", "reconcile", "first-boot");

    private static final List<String> WRITABLE =
            List.of("/etc", "/var", "/srv", "/run", "/tmp", "/dev", "/proc", "/sys", "/oem");

    private final KairosFindings findings;

    PlacesCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        list(root.at(YamlPath.of("write_files")), "path", YamlPath.of("write_files"));
        for (Steps.Step step : Steps.of(root)) {
            if (RUNNING.contains(step.stage().replaceFirst("\\.(before|after)$", ""))) {
                YamlPath path = step.path();
                list(step.get("files"), "path", path.key("files"));
                list(step.get("directories"), "path", path.key("directories"));
                list(step.get("downloads"), "path", path.key("downloads"));
                list(step.get("unpack_images"), "target", path.key("unpack_images"));
                Optional<YNode> git = step.get("git").flatMap(g -> g.at(YamlPath.of("path")));
                written(git, path.key("git").key("path"));
            }
        }
        mounts(root, "bind_mounts");
        mounts(root, "ephemeral_mounts");
    }

    private void list(Optional<YNode> list, String key, YamlPath path) {
        List<YNode> items = Steps.items(list);
        for (int i = 0; i < items.size(); i++) {
            written(items.get(i).at(YamlPath.of(key)), path.index(i).key(key));
        }
    }

    private void written(Optional<YNode> node, YamlPath path) {
        String file = Steps.text(node);
        if (file.startsWith("/") && !isWritable(file)) {
            findings.warn(
                    new Saying(
                            "kairos-read-only",
                            "The running system is read-only there, so "
                                    + file
                                    + " is not written.",
                            "Make it a part of the image, or use /etc, /var or /usr/local."),
                    path);
        }
    }

    private static boolean isWritable(String path) {
        return KairosPaths.isPersistent(path)
                || WRITABLE.stream().anyMatch(folder -> KairosPaths.isIn(folder, path));
    }

    private void mounts(YNode root, String key) {
        List<YNode> mounts = Steps.items(root.at(INSTALL.key(key)));
        YamlPath made = INSTALL.key("extra-dirs-rootfs");
        List<YNode> dirs = Steps.items(root.at(made));
        for (int i = 0; i < mounts.size(); i++) {
            String path = Steps.text(Optional.of(mounts.get(i)));
            boolean there =
                    dirs.stream()
                            .map(dir -> Steps.text(Optional.of(dir)))
                            .anyMatch(dir -> KairosPaths.isIn(path, dir));
            if (path.startsWith("/") && !there && !isWritable(path)) {
                var add = new YamlOp.Insert(made, dirs.size(), new YamlValue.Text(path));
                findings.warn(
                        new Saying(
                                "kairos-mount-point",
                                "Kairos mounts nothing there unless the image has a directory "
                                        + path
                                        + ".",
                                "Add it to install.extra-dirs-rootfs."),
                        INSTALL.key(key).index(i),
                        new Fix("Add it to \"extra-dirs-rootfs\"", List.of(add)));
            }
        }
    }
}
