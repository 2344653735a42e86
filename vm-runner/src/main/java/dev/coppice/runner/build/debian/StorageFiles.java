package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Storage;
import dev.coppice.runner.disk.DiskSerials;

import java.util.ArrayList;
import java.util.List;

/**
 * What is mounted: fstab(5) with the options of systemd.mount(5) that make a file system at the
 * first mount and let it grow with its disk.
 */
final class StorageFiles {

    private static final String MAKE = "x-systemd.makefs";
    private static final String GROW = "x-systemd.growfs";

    private StorageFiles() {}

    static void write(ConfigSite site) {
        Storage storage = site.spec().storage();
        if (!storage.persist().isEmpty()) {
            // Our initrd reads it.
            site.tree().text("/etc/coppice/persist", String.join("\n", storage.persist()) + "\n");
        }
        List<String> lines = new ArrayList<>();
        if (storage.swapMiB().isPresent()) {
            lines.add(device(DiskSerials.SWAP) + " none swap " + MAKE + " 0 0");
        }
        storage.disks().forEach(disk -> lines.add(line(disk)));
        if (!lines.isEmpty()) {
            site.tree().text("/etc/fstab", String.join("\n", lines) + "\n");
        }
    }

    private static String line(Storage.Disk disk) {
        List<String> options = new ArrayList<>(disk.options());
        options.add(MAKE);
        if (!disk.filesystem().equals("vfat")) {
            options.add(GROW);
        }
        return device(DiskSerials.of(disk))
                + " "
                + escape(disk.mount())
                + " "
                + disk.filesystem()
                + " "
                + escape(String.join(",", options))
                + " 0 0";
    }

    private static String device(String serial) {
        return "/dev/disk/by-id/virtio-" + serial;
    }

    /** White space separates the fields of fstab(5); in a field it is written in octal. */
    private static String escape(String field) {
        return field.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }
}
