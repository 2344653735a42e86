package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.linux.KernelFiles;
import dev.coppice.model.spec.Kernel;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Kernel and storage. */
final class KernelPart {

    private final NixConfig config;

    KernelPart(NixConfig config) {
        this.config = config;
    }

    void write() {
        kernel(config.spec().kernel());
        storage(config.spec().storage());
        new MachinePart(config)
                .write(
                        config.part(NixSection.MACHINE)::set,
                        List.of("virtualisation", "vmVariant"),
                        true);
    }

    private void kernel(Kernel kernel) {
        NixConfig.Part part = config.part(NixSection.KERNEL);
        if (!kernel.parameters().isEmpty()) {
            part.set(
                    "boot.kernelParams",
                    NixValue.texts(kernel.parameters()),
                    config.written("kernel", "parameters"));
        }
        if (!kernel.modules().isEmpty()) {
            part.set(
                    "boot.kernelModules",
                    NixValue.texts(kernel.modules()),
                    config.written("kernel", "modules"));
        }
        kernel.sysctl()
                .forEach(
                        (name, value) ->
                                part.set(
                                        List.of("boot", "kernel", "sysctl", KernelFiles.key(name)),
                                        NixValue.numberOr(value),
                                        config.written("kernel", "sysctl", name)));
    }

    private void storage(Storage storage) {
        NixConfig.Part part = config.part(NixSection.STORAGE);
        storage.swapMiB()
                .ifPresent(
                        size ->
                                part.add(
                                        "swapDevices",
                                        NixValue.attrs()
                                                .with("device", of("/var/swapfile"))
                                                .with("size", of(size)),
                                        config.written("storage", "swap")));
        for (int i = 0; i < storage.disks().size(); i++) {
            Storage.Disk disk = storage.disks().get(i);
            part.set(
                    List.of("fileSystems", disk.mount()),
                    fileSystem(disk),
                    List.of(YamlPath.of("storage", "disks", i)));
        }
        if (!storage.persist().isEmpty()) {
            part.remark("Kept over a restart, as every directory of this machine is:", List.of());
        }
        for (int i = 0; i < storage.persist().size(); i++) {
            part.remark(
                    "- " + storage.persist().get(i), List.of(YamlPath.of("storage", "persist", i)));
        }
    }

    static Attrs fileSystem(Storage.Disk disk) {
        Attrs attrs =
                NixValue.attrs()
                        .with("device", of("/dev/disk/by-id/virtio-" + disk.name()))
                        .with("fsType", of(disk.filesystem()))
                        .with("autoFormat", of(true));
        return disk.options().isEmpty()
                ? attrs
                : attrs.with("options", NixValue.texts(disk.options()));
    }
}
