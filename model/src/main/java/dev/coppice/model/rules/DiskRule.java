package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Disks are mounted where they hide nothing, and are large enough. */
final class DiskRule implements Rule {

    private static final Set<String> SYSTEM =
            Set.of(
                    "/",
                    "/usr",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/lib64",
                    "/boot",
                    "/etc",
                    "/proc",
                    "/sys",
                    "/dev",
                    "/run",
                    "/var",
                    "/tmp",
                    "/var/lib",
                    "/var/lib/dpkg");

    /** The smallest sizes in MiB that the tools make a file system on. */
    private static final Map<String, Integer> LEAST =
            Map.of("xfs", 300, "btrfs", 109, "ext4", 8, "vfat", 2);

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields storage = context.root().record("storage");
        Map<String, String> places = new HashMap<>();
        storage.texts("persist").forEach(p -> places.putIfAbsent(p.value(), "persist"));
        var mounts = new TreeMap<String, YamlPath>();
        storage.texts("persist").forEach(p -> mounts.putIfAbsent(p.value(), p.path()));
        for (Bound.Fields disk : storage.records("disks")) {
            disk.text("mount").ifPresent(m -> mount(m, places, findings));
            disk.text("mount").ifPresent(m -> mounts.putIfAbsent(m.value(), m.path()));
            size(disk, findings);
        }
        storage.text("swap")
                .filter(s -> Quantities.mebibytes(s.value()) < 1)
                .ifPresent(
                        s ->
                                findings.accept(
                                        Finding.at(
                                                s.path(),
                                                DiagnosticCode.BAD_SIZE,
                                                "swap of no size",
                                                "Write a size such as 512M, or remove it.",
                                                Fixes.remove(s.path()))));
        for (Bound.Fields file : context.root().records("files")) {
            file.text("path").ifPresent(path -> hidden(path, mounts, findings));
        }
    }

    private static void mount(
            Bound.Value<String> mount, Map<String, String> places, Consumer<Finding> findings) {
        String path = mount.value();
        if (SYSTEM.contains(path) || path.startsWith("/usr/") && !path.startsWith("/usr/local/")) {
            findings.accept(
                    Finding.at(
                            mount.path(),
                            DiagnosticCode.BAD_MOUNT,
                            "an empty disk at `" + path + "` would hide the system itself",
                            "Mount it at a directory of its own, such as /srv/data."));
            return;
        }
        String before = places.putIfAbsent(path, "disk");
        if (before != null) {
            findings.accept(
                    Finding.at(
                            mount.path(),
                            DiagnosticCode.MOUNT_CLASH,
                            before.equals("persist")
                                    ? "`storage.persist` keeps this directory already"
                                    : "another disk is mounted here already",
                            "Choose another directory for one of the two."));
        }
    }

    private static void size(Bound.Fields disk, Consumer<Finding> findings) {
        Optional<Bound.Value<String>> size = disk.text("size");
        Optional<Bound.Value<String>> filesystem = disk.text("filesystem");
        if (size.isEmpty() || filesystem.isEmpty()) {
            return;
        }
        int least = LEAST.getOrDefault(filesystem.get().value(), 1);
        if (Quantities.mebibytes(size.get().value()) < least) {
            findings.accept(
                    Finding.at(
                            size.get().path(),
                            DiagnosticCode.DISK_TOO_SMALL,
                            filesystem.get().value() + " needs a disk of " + least + "M at least",
                            "Write a larger size.",
                            Fixes.set(size.get().path(), Math.max(least, 512) + "M")));
        }
    }

    private static void hidden(
            Bound.Value<String> path,
            TreeMap<String, YamlPath> mounts,
            Consumer<Finding> findings) {
        if (mounts.isEmpty()) {
            return;
        }
        for (String up = Paths.parent(path.value()); !up.equals("/"); up = Paths.parent(up)) {
            if (mounts.containsKey(up) && mounts.get(up).toString().startsWith("storage.disks")) {
                findings.accept(
                        Finding.at(
                                path.path(),
                                DiagnosticCode.FILE_HIDDEN,
                                "the disk that is mounted at `" + up + "` hides this file",
                                "Write it at boot with a file in /etc/tmpfiles.d, or choose another"
                                        + " path."));
                return;
            }
        }
    }
}
