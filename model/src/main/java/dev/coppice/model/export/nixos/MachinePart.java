package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.export.nixos.NixValue.Item;
import dev.coppice.model.export.nixos.NixValue.Items;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The virtual machine: memory, cards, ports, disks. */
final class MachinePart {

    private final NixConfig config;

    MachinePart(NixConfig config) {
        this.config = config;
    }

    /** Takes an option. */
    interface Sink {
        void set(List<String> path, NixValue value, List<YamlPath> origins);
    }

    /**
     * @param where the option that the machine's options are below
     * @param reached whether ports of the host lead to it
     */
    void write(Sink sink, List<String> where, boolean reached) {
        Machine machine = config.spec().machine();
        sink.set(
                under(where, "memorySize"),
                of(machine.memoryMiB()),
                config.written("machine", "memory"));
        sink.set(under(where, "cores"), of(machine.cpus()), config.written("machine", "cpus"));
        for (int i = 0; reached && i < machine.forwards().size(); i++) {
            sink.set(
                    under(where, "forwardPorts"),
                    one(forward(machine.forwards().get(i)), YamlPath.of("machine", "forward", i)),
                    List.of());
        }
        cards(sink, where, machine);
        disks(sink, where);
    }

    private static Items one(NixValue value, YamlPath origin) {
        return new Items("", List.of(Item.of(value, List.of(origin))));
    }

    private static Attrs forward(Machine.Forward forward) {
        return NixValue.attrs()
                .with("from", of("host"))
                .with(
                        "host",
                        NixValue.attrs()
                                .with("address", of("127.0.0.1"))
                                .with("port", of(forward.hostPort())))
                .with("guest", NixValue.attrs().with("port", of(forward.guestPort())));
    }

    private void cards(Sink sink, List<String> where, Machine machine) {
        var options = new ArrayList<String>();
        for (int card = 1; card < machine.nics(); card++) {
            options.add("-netdev user,id=net" + card + ",restrict=on");
            options.add("-device virtio-net-pci,netdev=net" + card);
        }
        if (!options.isEmpty()) {
            sink.set(
                    under(where, "qemu", "options"),
                    NixValue.texts(options),
                    config.written("machine", "nics"));
        }
    }

    /** In a machine that NixOS makes for a trial, its own file systems take the place of others. */
    private void disks(Sink sink, List<String> where) {
        List<Storage.Disk> disks = config.spec().storage().disks();
        for (int i = 0; i < disks.size(); i++) {
            Storage.Disk disk = disks.get(i);
            YamlPath origin = YamlPath.of("storage", "disks", i);
            sink.set(under(where, "emptyDiskImages"), one(emptyDisk(disk), origin), List.of());
            sink.set(
                    under(where, "fileSystems", disk.mount()),
                    KernelPart.fileSystem(disk),
                    List.of(origin));
        }
    }

    private static Attrs emptyDisk(Storage.Disk disk) {
        Attrs serial = NixValue.attrs().with("serial", of(disk.name()));
        return NixValue.attrs()
                .with("size", of(disk.sizeMiB()))
                .with("driveConfig", NixValue.attrs().with("deviceExtraOpts", serial));
    }

    private static List<String> under(List<String> where, String... names) {
        return Stream.of(where.stream(), Stream.of("virtualisation"), Stream.of(names))
                .flatMap(each -> each)
                .toList();
    }
}
