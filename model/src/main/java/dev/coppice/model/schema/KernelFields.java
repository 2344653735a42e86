package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
import java.util.List;

/** Kernel and storage. */
final class KernelFields {

    private KernelFields() {}

    static List<Field> rows() {
        var rows = new ArrayList<>(kernel());
        rows.addAll(storage());
        return rows;
    }

    private static List<Field> kernel() {
        var table = new FieldTable(Section.KERNEL);
        table.row("kernel", Mapping.plain(), "Kernel")
                .doc("Settings of the Linux kernel. Most systems need none.")
                .debian("The kernel's command line, /etc/modules-load.d and /etc/sysctl.d.")
                .example("{ sysctl: { net.ipv4.ip_forward: \"1\" } }")
                .nixos("boot")
                .alias("boot", "linux");
        table.row("kernel.parameters", ListOf.values("parameter"), "Boot parameters")
                .doc("Words that are added to the kernel's command line at boot.")
                .debian("Added to the command line; read it in /proc/cmdline.")
                .example("[quiet]")
                .nixos("boot.kernelParams")
                .kairos("install.grub_options.extra_cmdline")
                .alias("params", "cmdline", "kernelParams", "args");
        table.row("kernel.parameters[]", Text.of(Shape.KERNEL_PARAMETER, "quiet"), "Parameter")
                .doc("One word, with its value if it has one.")
                .debian("A word of /proc/cmdline.")
                .example("quiet")
                .placeholder("quiet");
        table.row("kernel.modules", ListOf.values("module"), "Modules")
                .doc("Kernel modules to load at boot that nothing loads by itself.")
                .debian("/etc/modules-load.d/coppice.conf.")
                .example("[br_netfilter]")
                .nixos("boot.kernelModules")
                .kairos("stages.<stage>[].modules")
                .alias("kernelModules", "load", "module");
        table.row("kernel.modules[]", Text.of(Shape.KERNEL_MODULE), "Module")
                .doc("The name of one module.")
                .debian("A line of /etc/modules-load.d/coppice.conf.")
                .example("br_netfilter")
                .placeholder("br_netfilter");
        sysctl(table);
        return table.fields();
    }

    private static void sysctl(FieldTable table) {
        table.row(
                        "kernel.sysctl",
                        new MapOf(
                                "variable",
                                new EntryKey(
                                        "Variable",
                                        Shape.SYSCTL_KEY,
                                        "net.ipv4.ip_forward",
                                        List.of(
                                                "net.ipv4.ip_forward",
                                                "vm.swappiness",
                                                "vm.max_map_count",
                                                "fs.inotify.max_user_watches",
                                                "net.core.somaxconn",
                                                "kernel.panic"))),
                        "Variables (sysctl)")
                .doc("Kernel variables that are set at boot, by their dotted names.")
                .debian("/etc/sysctl.d/90-coppice.conf.")
                .example("{ net.ipv4.ip_forward: \"1\" }")
                .nixos("boot.kernel.sysctl")
                .kairos("stages.<stage>[].sysctl")
                .alias("sysctls", "variables", "sysctl.d");
        table.row(
                        "kernel.sysctl.*",
                        new Text(Shape.SYSCTL_VALUE, false, true, List.of("0", "1")),
                        "Value")
                .doc("The value of one variable, a text or a number.")
                .debian("A line of /etc/sysctl.d/90-coppice.conf.")
                .example("\"1\"")
                .placeholder("1");
    }

    private static List<Field> storage() {
        var table = new FieldTable(Section.STORAGE);
        table.row("storage", Mapping.plain(), "Storage")
                .doc("What happens to what the machine writes.")
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
        return table.fields();
    }
}
