package dev.coppice.model.export.ansible;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.UnitNames;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** A swap file, and data disks that are found by the labels of their file systems. */
final class StoragePart {

    private static final String SWAP = "/swapfile";
    private static final String COMMAND = "ansible.builtin.command";
    private static final String LINE = "ansible.builtin.lineinfile";

    private final Storage storage;
    private final Handlers handlers;
    private final Steps steps;

    StoragePart(SystemSpec spec, Handlers handlers, Steps steps) {
        this.handlers = handlers;
        this.storage = spec.storage();
        this.steps = steps;
    }

    void write() {
        storage.swapMiB().ifPresent(this::swap);
        for (int i = 0; i < storage.disks().size(); i++) {
            disk(storage.disks().get(i), YamlPath.of("storage", "disks", i));
        }
    }

    private void swap(int size) {
        YamlPath path = YamlPath.of("storage", "swap");
        steps.topic("Swap space.");
        steps.add(
                "Make the swap file",
                COMMAND,
                new YamlMap()
                        .put("cmd", "dd if=/dev/zero of=" + SWAP + " bs=1M count=" + size)
                        .put("creates", SWAP),
                handlers.swap(SWAP),
                path);
        steps.add(
                "Let only root read the swap file",
                "ansible.builtin.file",
                new YamlMap().put("path", SWAP).put("mode", "0600"),
                path);
        steps.add(
                "Use the swap file at every start",
                LINE,
                new YamlMap()
                        .put("path", "/etc/fstab")
                        .put("regexp", "^" + SWAP + "\\s")
                        .put("line", SWAP + " none swap sw 0 0"),
                path);
    }

    private void disk(Storage.Disk disk, YamlPath path) {
        var options = new ArrayList<>(disk.options());
        options.add("nofail");
        steps.topic("A data disk. Give its file system the label " + disk.name() + ".");
        steps.add(
                "Make the place of the disk " + disk.name(),
                "ansible.builtin.file",
                new YamlMap()
                        .put("path", Jinja.text(disk.mount()))
                        .put("state", "directory")
                        .put("mode", "0755"),
                // An administrator may have given the mounted file system another mode.
                new YamlMap().put("when", mounted(disk)),
                path.key("mount"));
        steps.add(
                "Mount the disk " + disk.name() + " at every start",
                LINE,
                new YamlMap()
                        .put("path", "/etc/fstab")
                        .put("regexp", "^LABEL=" + disk.name() + "\\s")
                        .put(
                                "line",
                                Jinja.text(
                                        String.join(
                                                " ",
                                                List.of(
                                                        "LABEL=" + disk.name(),
                                                        escape(disk.mount()),
                                                        disk.filesystem(),
                                                        escape(String.join(",", options)),
                                                        "0",
                                                        "2")))),
                path);
        mount(disk, path);
    }

    /**
     * Mounts a disk now: systemd has a unit for each line of fstab(5). A disk that is not there
     * stops the play, before services write below an empty place.
     */
    private void mount(Storage.Disk disk, YamlPath path) {
        String device = "/dev/disk/by-label/" + disk.name();
        String found = "disk_" + disk.name().replaceAll("[^A-Za-z0-9]", "_");
        steps.add(
                "Look for the disk " + disk.name(),
                "ansible.builtin.stat",
                new YamlMap().put("path", device),
                new YamlMap().put("register", found),
                path.key("name"));
        steps.add(
                "Stop without the disk " + disk.name(),
                "ansible.builtin.assert",
                new YamlMap()
                        .put("that", Yaml.items(List.of(Yaml.text(found + ".stat.exists"))))
                        .put(
                                "fail_msg",
                                "No file system has the label "
                                        + disk.name()
                                        + ". Make one, or give it to one that is there."),
                path.key("name"));
        steps.add(
                "Mount the disk " + disk.name(),
                "ansible.builtin.systemd_service",
                new YamlMap()
                        .put("name", Jinja.text(UnitNames.ofPath(disk.mount()) + ".mount"))
                        .put("state", "started")
                        .put("daemon_reload", Yaml.bool(true)),
                path.key("mount"));
    }

    private static String mounted(Storage.Disk disk) {
        return "ansible_facts['mounts'] | selectattr('mount', 'equalto', \""
                + Jinja.characters(disk.mount())
                + "\") | list | length == 0";
    }

    /** White space separates the fields of fstab(5); in a field it is written in octal. */
    private static String escape(String field) {
        return field.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }
}
