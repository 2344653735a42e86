package dev.coppice.model.export.mkosi;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Data disks in fstab(5), with the options of systemd.mount(5) that make a file system. */
final class Mounts {

    private Mounts() {}

    static List<Line> of(List<Storage.Disk> disks) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < disks.size(); i++) {
            lines.add(new Line(line(disks.get(i)), List.of(YamlPath.of("storage", "disks", i))));
        }
        return lines;
    }

    private static String line(Storage.Disk disk) {
        var options = new ArrayList<>(disk.options());
        options.add("x-systemd.makefs");
        options.add("nofail");
        return String.join(
                " ",
                "/dev/disk/by-id/virtio-" + disk.name(),
                escape(disk.mount()),
                disk.filesystem(),
                escape(String.join(",", options)),
                "0",
                "0");
    }

    /** White space separates the fields; in a field it is written in octal. */
    private static String escape(String field) {
        return field.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }
}
