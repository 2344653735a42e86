package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** The kernel. */
final class KernelFields {

    private KernelFields() {}

    static List<Field> rows() {
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
}
