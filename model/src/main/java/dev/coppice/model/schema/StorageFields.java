package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Choice;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** What the machine keeps, its swap space and its data disks. */
final class StorageFields {

    private StorageFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.STORAGE);
        table.row("storage", Mapping.plain(), "Storage")
                .doc("What happens to what the machine writes, its swap space and its data disks.")
                .debian("The layers stay as built; writes go to memory or to a state disk.")
                .example("{ persist: [/var/lib/postgresql] }")
                .nixos("fileSystems")
                .alias("disk", "disks", "fileSystems", "mounts");
        table.row("storage.persist", ListOf.values("directory"), "Kept directories")
                .doc(
                        "Directories whose content survives a reboot when the machine is run with"
                            + " kept state. Everything else is gone at power-off, so the machine"
                            + " always starts as built.")
                .debian("Bind mounts from the state disk.")
                .example("[/var/lib/postgresql]")
                .nixos("environment.persistence")
                .kairos("install.bind_mounts")
                .alias("persistent", "persistence", "keep", "bind_mounts");
        table.row(
                        "storage.persist[]",
                        Text.of(Shape.ABSOLUTE_PATH, "/home", "/var/lib", "/var/log", "/srv"),
                        "Directory")
                .doc("One directory by its absolute path.")
                .debian("A bind mount.")
                .example("/var/lib/postgresql")
                .placeholder("/var/lib/postgresql");
        table.row("storage.swap", Text.of(Shape.SIZE, "512M", "1G", "2G"), "Swap")
                .without("no swap space")
                .doc(
                        "Space on a disk that helps out when memory runs short. It is made when the"
                                + " machine starts.")
                .debian("A swap unit of systemd.")
                .example("512M")
                .placeholder("512M")
                .nixos("swapDevices")
                .cloudInit("swap.size")
                .kairos("install.partitions.swap")
                .alias("swapfile", "swapSize", "swapDevices");
        disks(table);
        return table.fields();
    }

    private static void disks(FieldTable table) {
        table.row("storage.disks", ListOf.records("disk", "name"), "Data disks")
                .doc(
                        "Disks for data. In the preview each is an empty disk that is thrown away"
                                + " unless the run keeps its state.")
                .debian("Mount units that make the file system when the disk is empty.")
                .example("[{ name: data, size: 10G, mount: /srv/data }]")
                .nixos("disko.devices.disk")
                .cloudInit("fs_setup")
                .kairos("install.extra-partitions")
                .alias("disk", "volumes", "dataDisks", "extraDisks");
        table.row("storage.disks[]", Mapping.plain(), "Data disk")
                .doc("One disk and where it is mounted.")
                .debian("A mount unit in /etc/systemd/system.")
                .example("{ name: data, size: 10G, mount: /srv/data }");
        table.row("storage.disks[].name", Text.of(Shape.DISK_NAME), "Name")
                .required()
                .doc("A short name. The disk is found by it: it is the disk's serial number.")
                .debian("/dev/disk/by-id/virtio-NAME.")
                .example("data")
                .placeholder("data")
                .alias("id", "serial", "label");
        table.row("storage.disks[].size", Text.of(Shape.SIZE, "1G", "10G", "100G"), "Size")
                .required()
                .doc("How large it is; in the preview it takes only the space that is used.")
                .debian("The size of the preview's disk.")
                .example("10G")
                .placeholder("10G")
                .alias("capacity");
        table.row(
                        "storage.disks[].filesystem",
                        new Choice(
                                List.of(
                                        new Option("ext4", "ext4"),
                                        new Option("xfs", "XFS"),
                                        new Option("btrfs", "Btrfs"),
                                        new Option("vfat", "FAT"))),
                        "File system")
                .defaultsTo("ext4")
                .doc("The file system that an empty disk gets. ext4 is always a good choice.")
                .debian("Type= of the mount unit; made by systemd-makefs.")
                .example("ext4")
                .placeholder("ext4")
                .nixos("fileSystems.<name>.fsType")
                .cloudInit("fs_setup[].filesystem")
                .alias("fs", "fsType", "type", "format");
        mounting(table);
    }

    private static void mounting(FieldTable table) {
        table.row("storage.disks[].mount", Text.of(Shape.ABSOLUTE_PATH), "Mounted at")
                .required()
                .doc("The directory in which its content appears.")
                .debian("Where= of the mount unit.")
                .example("/srv/data")
                .placeholder("/srv/data")
                .nixos("fileSystems.<name>.mountPoint")
                .cloudInit("mounts")
                .alias("mountPoint", "path", "mountpoint", "where");
        table.row("storage.disks[].options", ListOf.values("mount option"), "Mount options")
                .doc("Options of the mount, as in fstab.")
                .debian("Options= of the mount unit.")
                .example("[noatime]")
                .nixos("fileSystems.<name>.options")
                .alias("mountOptions", "opts", "flags");
        table.row(
                        "storage.disks[].options[]",
                        Text.of(Shape.MOUNT_OPTION, "noatime", "nodev", "nosuid", "noexec"),
                        "Mount option")
                .doc("One option.")
                .debian("A word of Options=.")
                .example("noatime")
                .placeholder("noatime");
    }
}
