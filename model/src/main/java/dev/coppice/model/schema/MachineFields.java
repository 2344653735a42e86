package dev.coppice.model.schema;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.schema.FieldType.Int;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** The virtual machine of the preview. */
final class MachineFields {

    private MachineFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.MACHINE);
        table.row("machine", Mapping.plain(), "Preview machine")
                .doc(
                        "The virtual machine in which the system is tried. It changes nothing in"
                                + " the image.")
                .debian("Nothing in the image; options of QEMU.")
                .example("{ memory: 1G, cpus: 2 }")
                .nixos("virtualisation.vmVariant")
                .alias("vm", "qemu", "virtualisation", "hardware");
        table.row("machine.memory", Text.of(Shape.SIZE, "512M", "1G", "2G", "4G"), "Memory")
                .defaultsTo("1G")
                .doc(
                        "How much memory the machine has. What it writes is kept in memory too,"
                                + " unless it is kept on a state disk.")
                .debian("QEMU's -m.")
                .example("2G")
                .placeholder("1G")
                .nixos("virtualisation.memorySize")
                .alias("ram", "memorySize", "mem");
        table.row("machine.cpus", new Int(1, 64, DiagnosticCode.OUT_OF_RANGE), "Processors")
                .defaultsTo(2)
                .doc("How many processors the machine sees.")
                .debian("QEMU's -smp.")
                .example("2")
                .placeholder("2")
                .nixos("virtualisation.cores")
                .alias("cpu", "cores", "vcpus", "processors");
        table.row("machine.nics", new Int(1, 8, DiagnosticCode.OUT_OF_RANGE), "Network cards")
                .defaultsTo(1)
                .doc(
                        "How many network cards the machine has. The first, eth0, reaches the"
                                + " network of this computer; each other one is a network of its"
                                + " own.")
                .debian("QEMU's -netdev and -device, once for each.")
                .example("2")
                .placeholder("1")
                .nixos("virtualisation.vlans")
                .alias("networkCards", "networks", "interfaces", "vlans");
        table.row("machine.forward", ListOf.values("forwarded port"), "Forwarded ports")
                .doc(
                        "Ports of this computer that lead into the machine, so that a browser or"
                            + " ssh reaches it: HOST:GUEST. They are open for this computer only.")
                .debian("QEMU's user network; TCP on 127.0.0.1.")
                .example("[\"8080:80\"]")
                .nixos("virtualisation.forwardPorts")
                .elsewhere("Compose", "ports")
                .alias("forwards", "forwardPorts", "ports", "hostfwd");
        table.row(
                        "machine.forward[]",
                        Text.of(Shape.FORWARD, "8080:80", "2222:22"),
                        "Forwarded port")
                .doc("A port of this computer, a colon, the port of the machine.")
                .debian("One hostfwd= of QEMU.")
                .example("\"8080:80\"")
                .placeholder("8080:80");
        return table.fields();
    }
}
