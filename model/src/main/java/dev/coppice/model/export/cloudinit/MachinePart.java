package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.KernelFiles;
import dev.coppice.model.linux.NameFiles;
import dev.coppice.model.linux.NetworkFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.SshdFiles;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Names on the network, firewall, kernel, storage, SSH server and units. */
final class MachinePart {

    private static final YamlPath PARAMETERS = YamlPath.of("kernel", "parameters");
    private static final YamlPath SWAP = YamlPath.of("storage", "swap");

    private final FirstBoot boot;

    MachinePart(FirstBoot boot) {
        this.boot = boot;
    }

    void write(YamlMap root) {
        SystemSpec spec = boot.spec();
        NameFiles.of(spec).stream()
                .filter(file -> file.path().equals("/etc/hosts"))
                .forEach(boot::file);
        // The interfaces stand in network-config.
        NetworkFiles.of(spec).stream()
                .filter(file -> !file.path().endsWith(".network"))
                .forEach(boot::file);
        SshdFiles.of(spec).forEach(boot::file);
        KernelFiles.of(spec).forEach(this::fileForNextBoot);
        if (!spec.kernel().parameters().isEmpty()) {
            commandLine(spec.kernel().parameters());
        }
        UnitFiles.onDisk(spec).forEach(this::fileForNextBoot);
        storage(spec.storage(), root);
        UnitStates.of(spec).stream()
                .filter(state -> !state.origins().isEmpty())
                .forEach(this::unit);
    }

    private void fileForNextBoot(SettingFile file) {
        boot.file(file);
        boot.rebootNeeded();
    }

    private void commandLine(List<String> parameters) {
        String words = String.join(" ", parameters).replaceAll("[\\\\\"$`]", "\\\\$0");
        fileForNextBoot(
                new SettingFile(
                        "/etc/default/grub.d/90-coppice.cfg",
                        "GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX " + words + "\"\n",
                        SettingFile.PLAIN,
                        List.of(PARAMETERS)));
        boot.command(List.of(PARAMETERS), List.of("update-grub"));
    }

    private void storage(Storage storage, YamlMap root) {
        storage.swapMiB()
                .ifPresent(
                        mib -> {
                            var swap = new YamlMap(SWAP);
                            swap.put("filename", "/swapfile");
                            swap.put("size", mib + "M");
                            root.put("swap", swap.done());
                        });
        var mounts = new ArrayList<Yaml>();
        for (int i = 0; i < storage.disks().size(); i++) {
            mounts.add(mount(storage.disks().get(i), YamlPath.of("storage", "disks", i)));
        }
        root.putUnlessEmpty("mounts", Yaml.items(mounts));
    }

    /** A line of fstab(5), as systemd.mount(5) understands it. */
    private static Yaml mount(Storage.Disk disk, YamlPath path) {
        var options = new ArrayList<>(disk.options());
        options.add("nofail");
        options.add("x-systemd.makefs");
        return Yaml.words(
                List.of(
                        "/dev/disk/by-id/virtio-" + disk.name(),
                        disk.mount(),
                        disk.filesystem(),
                        String.join(",", options),
                        "0",
                        "0"),
                path);
    }

    private void unit(UnitStates.UnitState state) {
        String verb =
                switch (state.state()) {
                    case ServiceState.ENABLED -> "enable";
                    case ServiceState.DISABLED -> "disable";
                    case ServiceState.MASKED -> "mask";
                };
        boot.command(state.origins(), List.of("systemctl", verb, state.unit()));
        boot.rebootNeeded();
    }
}
