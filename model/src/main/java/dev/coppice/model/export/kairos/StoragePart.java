package dev.coppice.model.export.kairos;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What survives a reboot, swap and data disks. */
final class StoragePart {

    private static final YamlPath PERSIST = YamlPath.of("storage", "persist");
    private static final YamlPath SWAP = YamlPath.of("storage", "swap");
    private static final String CONTAINERS = "/var/lib/containers";

    private final Plan plan;
    private final List<Yaml> paths = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    StoragePart(Plan plan) {
        this.plan = plan;
    }

    void write() {
        List<String> persist = plan.spec().storage().persist();
        for (int i = 0; i < persist.size(); i++) {
            if (KairosPaths.isPersistent(persist.get(i))) {
                plan.report().notConcerned(PERSIST.index(i), "Kairos keeps it without a setting");
            } else {
                keep(persist.get(i), PERSIST.index(i));
            }
        }
        // Images are stacked with overlays, which the volatile overlay of /var cannot hold.
        if (!plan.spec().containers().isEmpty() && !names.contains(CONTAINERS)) {
            keep(CONTAINERS, YamlPath.of("containers"));
        }
        if (!names.isEmpty()) {
            plan.run(
                    "Directories to keep must be there",
                    "mkdir -p " + ShellWords.command(names),
                    List.of(PERSIST));
        }
        List<Storage.Disk> disks = plan.spec().storage().disks();
        for (int i = 0; i < disks.size(); i++) {
            plan.run(
                    "Mount point",
                    "mkdir -p " + ShellWords.quoted(disks.get(i).mount()),
                    List.of(YamlPath.of("storage", "disks", i, "mount")));
        }
    }

    private void keep(String path, YamlPath origin) {
        names.add(path);
        paths.add(Yaml.text(path, origin));
    }

    /** The installer's key {@code bind_mounts}. */
    Yaml.Items bindMounts() {
        return Yaml.items(paths);
    }

    /** The same for raw images, which are never installed: a step of the stage {@code rootfs}. */
    Optional<Yaml> layout() {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var variables = new YamlMap();
        variables.put("CUSTOM_BIND_MOUNTS", Templates.escaped(String.join(" ", names)));
        var origins = new ArrayList<YamlPath>();
        paths.forEach(path -> origins.addAll(path.origins()));
        return Optional.of(
                new YamlMap(origins.toArray(YamlPath[]::new))
                        .put("name", Yaml.text("Kept directories of raw images"))
                        .put("environment_file", Yaml.text("/run/cos/custom-layout.env"))
                        .put("environment", variables.done())
                        .done());
    }

    /** Lines of fstab(5), added before systemd reads it: a step of the stage {@code initramfs}. */
    Optional<Yaml> mounts() {
        List<Storage.Disk> disks = plan.spec().storage().disks();
        var commands = new ArrayList<Yaml>();
        for (int i = 0; i < disks.size(); i++) {
            String line =
                    "printf '%s\\n' " + ShellWords.quoted(line(disks.get(i))) + " >>/etc/fstab";
            commands.add(Yaml.text(Templates.escaped(line), YamlPath.of("storage", "disks", i)));
        }
        return commands.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new YamlMap()
                                .put("name", Yaml.text("Data disks"))
                                .put("commands", Yaml.items(commands))
                                .done());
    }

    private static String line(Storage.Disk disk) {
        var options = new ArrayList<>(disk.options());
        options.add("nofail");
        options.add("x-systemd.makefs");
        return "/dev/disk/by-id/virtio-%s %s %s %s 0 0"
                .formatted(
                        disk.name(),
                        disk.mount().replace(" ", "\\040"),
                        disk.filesystem(),
                        String.join(",", options));
    }

    /** A file on the persistent partition: a step of the stage {@code boot}. */
    Optional<Yaml> swap() {
        return plan.spec()
                .storage()
                .swapMiB()
                .map(
                        mib ->
                                new YamlMap(SWAP)
                                        .put("name", Yaml.text("Swap"))
                                        .put("if", Yaml.text("[ ! -e /run/cos/live_mode ]"))
                                        .put("commands", Yaml.items(List.of(swapOn(mib))))
                                        .done());
    }

    private static Yaml swapOn(int mib) {
        return Yaml.text(
                """
                if [ ! -e /usr/local/swapfile ]; then
                    fallocate -l %dM /usr/local/swapfile
                    chmod 0600 /usr/local/swapfile
                    mkswap /usr/local/swapfile
                fi
                swapon /usr/local/swapfile
                """
                        .formatted(mib));
    }
}
