package dev.coppice.model.linux;

import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Containers as services: units that run podman-run(1) in the way that Podman's own generator of
 * units does, because Podman of bookworm has none yet.
 */
public final class ContainerUnits {

    private static final String IMAGES = "/usr/share/coppice/images/";
    private static final String STORAGE = "/var/lib/containers/storage";
    private static final String STORAGE_UNIT = "var-lib-containers-storage.mount";

    private ContainerUnits() {}

    /**
     * The unit files.
     *
     * @param layered whether the root file system is a stack of layers
     */
    static List<SettingFile> files(SystemSpec spec, boolean layered) {
        var files = new ArrayList<SettingFile>();
        Map<String, String> units = units(spec, layered);
        if (units.containsKey(STORAGE_UNIT)) {
            files.add(
                    SettingFile.plain(
                            UnitFiles.FOLDER + STORAGE_UNIT,
                            units.get(STORAGE_UNIT),
                            YamlPath.of("containers")));
        }
        for (int i = 0; i < spec.containers().size(); i++) {
            String name = unit(spec.containers().get(i));
            files.add(
                    SettingFile.plain(
                            UnitFiles.FOLDER + name,
                            units.get(name),
                            YamlPath.of("containers", i)));
        }
        return files;
    }

    /** The name of a container's unit. */
    public static String unit(Container container) {
        return container.name() + ".service";
    }

    /** Where the archive with the image of a container is in the machine. */
    public static String imagePath(Container container) {
        return IMAGES + container.name() + ".tar";
    }

    /** Unit files by name, for a root file system that is a stack of layers. */
    static Map<String, String> units(SystemSpec spec) {
        return units(spec, true);
    }

    private static Map<String, String> units(SystemSpec spec, boolean layered) {
        Map<String, String> units = new LinkedHashMap<>();
        if (spec.containers().isEmpty()) {
            return units;
        }
        boolean mount = layered && !mountedByDisk(spec.storage());
        if (mount) {
            units.put(STORAGE_UNIT, storage(spec.storage()));
        }
        for (Container container : spec.containers()) {
            units.put(unit(container), service(container, mount));
        }
        return units;
    }

    private static boolean mountedByDisk(Storage storage) {
        return storage.disks().stream().anyMatch(disk -> covers(disk.mount()));
    }

    private static boolean covers(String directory) {
        return STORAGE.equals(directory) || STORAGE.startsWith(directory + "/");
    }

    /**
     * Images are stacked with overlays, and an overlay cannot be the writable part of another one,
     * as which the root file system would serve. Where the state disk has the place, it is better.
     */
    private static String storage(Storage storage) {
        StringBuilder text = new StringBuilder("[Unit]\nDescription=Images of containers\n");
        storage.persist().stream()
                .filter(ContainerUnits::covers)
                .forEach(path -> text.append("ConditionPathIsMountPoint=!" + path + "\n"));
        text.append(
                """

                [Mount]
                What=tmpfs
                Where=%s
                Type=tmpfs
                Options=mode=0700,size=80%%%%
                """
                        .formatted(STORAGE));
        return text.toString();
    }

    private static String service(Container container, boolean mount) {
        StringBuilder text = new StringBuilder("[Unit]\nDescription=Container ");
        text.append(container.name()).append('\n');
        if (mount) {
            text.append("Wants=").append(STORAGE_UNIT).append('\n');
            text.append("After=").append(STORAGE_UNIT).append('\n');
        }
        text.append("After=nftables.service\n");
        if (container.imageArchive().isEmpty()) {
            text.append("Wants=network-online.target\nAfter=network-online.target\n");
        }
        for (String other : container.dependsOn()) {
            text.append("Requires=" + other + ".service\nAfter=" + other + ".service\n");
        }
        text.append(
                """

                [Service]
                Type=notify
                NotifyAccess=all
                Delegate=yes
                KillMode=mixed
                Restart=on-failure
                RestartSec=5
                TimeoutStartSec=900
                """);
        if (container.imageArchive().isPresent()) {
            text.append("ExecStartPre=/usr/bin/podman load --quiet --input ")
                    .append(imagePath(container))
                    .append('\n');
        }
        text.append("ExecStart=").append(String.join(" \\\n    ", run(container))).append('\n');
        text.append("ExecStop=/usr/bin/podman stop --ignore --time 10 " + container.name() + "\n");
        text.append("ExecStopPost=-/usr/bin/podman rm --force --ignore " + container.name() + "\n");
        text.append("\n[Install]\nWantedBy=multi-user.target\n");
        return text.toString();
    }

    private static List<String> run(Container container) {
        List<String> words = new ArrayList<>();
        words.add("/usr/bin/podman run --detach --rm --replace --cgroups=split --sdnotify=conmon");
        words.add("--pull=" + (container.imageArchive().isPresent() ? "never" : "missing"));
        option(words, "--name", container.name());
        container.ports().forEach(port -> option(words, "--publish", port));
        container
                .environment()
                .forEach((name, value) -> option(words, "--env", name + "=" + value));
        container.volumes().forEach(volume -> option(words, "--volume", volume));
        container.user().ifPresent(user -> option(words, "--user", user));
        words.add(SystemdWords.argument(container.image()));
        container.command().forEach(word -> words.add(SystemdWords.argument(word)));
        return words;
    }

    private static void option(List<String> words, String option, String value) {
        words.add(SystemdWords.argument(option + "=" + value));
    }
}
