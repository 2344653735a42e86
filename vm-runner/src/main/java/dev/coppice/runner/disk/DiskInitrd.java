package dev.coppice.runner.disk;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.store.Layer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The initrd of a disk: that of the kernel layer, followed by an archive with the drivers of disks
 * and a first program that finds layers as files.
 */
final class DiskInitrd {

    /**
     * What reading the system partition needs, beside what the kernel layer's initrd loads. ext4
     * asks for its checksum by the name of an algorithm, which no list of dependencies tells.
     */
    private static final List<String> READING = List.of("loop", "crc32c_generic", "ext4");

    /** Disks other than virtio's; loaded only where that has none. */
    private static final List<String> DRIVERS =
            List.of(
                    "ahci",
                    "ata_piix",
                    "nvme",
                    "virtio_scsi",
                    "vmw_pvscsi",
                    "mptspi",
                    "mptsas",
                    "hv_storvsc",
                    "xen_blkfront",
                    "megaraid_sas",
                    "mpt3sas",
                    "sdhci_pci",
                    "mmc_block",
                    "xhci_pci",
                    "ehci_pci",
                    "uhci_hcd",
                    "ohci_pci",
                    "usb_storage",
                    "uas",
                    "sd_mod");

    private final DiskTools tools;
    private final String init;

    /**
     * @param init the first program
     */
    DiskInitrd(DiskTools tools, String init) {
        this.tools = tools;
        this.init = init;
    }

    /**
     * @param work an empty directory
     * @param initrd the file to write
     */
    void write(Layer kernel, Path work, Path initrd) throws IOException, InterruptedException {
        String version = Files.readString(kernel.version()).strip();
        String modules = "usr/lib/modules/" + version + "/";
        unpack(kernel, work.resolve("index"), List.of(modules + "modules.dep"));
        ModuleIndex index =
                ModuleIndex.parse(
                        Files.readString(work.resolve("index").resolve(modules + "modules.dep")));
        List<String> reading = index.files(READING);
        List<String> drivers = new ArrayList<>(index.files(DRIVERS));
        drivers.removeAll(reading);
        List<String> all = new ArrayList<>(reading);
        all.addAll(drivers);
        unpack(kernel, work.resolve("modules"), all.stream().map(f -> modules + f).toList());
        Map<String, Path> files = new LinkedHashMap<>();
        for (String file : all) {
            Path plain = plain(work.resolve("modules").resolve(modules + file));
            files.put(ModuleIndex.plainFile(file), plain);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(initrd))) {
            Files.copy(kernel.initrd(), out);
            try (var archive = new InitrdArchive(out)) {
                archive.file("init", 0755, bytes(init));
                archive.file("modules/disk-order", 0644, bytes(lines(reading)));
                archive.file("modules/driver-order", 0644, bytes(lines(drivers)));
                for (var file : files.entrySet()) {
                    archive.file(
                            "modules/" + file.getKey(), 0644, Files.readAllBytes(file.getValue()));
                }
            }
        }
    }

    private void unpack(Layer kernel, Path target, List<String> files) throws InterruptedException {
        List<String> argv = new ArrayList<>();
        argv.addAll(List.of("unsquashfs", "-quiet", "-no-progress", "-no-xattrs"));
        argv.addAll(List.of("-dest", target.toString(), kernel.image().toString()));
        argv.addAll(files);
        tools.run(Command.of(argv), "taking drivers from the kernel");
    }

    /** Debian packs modules since trixie, with xz; others use zstd. */
    private Path plain(Path module) throws InterruptedException {
        String name = module.getFileName().toString();
        String unpacker = name.endsWith(".xz") ? "xz" : name.endsWith(".zst") ? "zstd" : "";
        if (unpacker.isEmpty()) {
            return module;
        }
        tools.run(Command.of(unpacker, "-q", "-d", "-k", module.toString()), "unpacking a driver");
        return module.resolveSibling(ModuleIndex.plainFile(name));
    }

    private static String lines(List<String> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(ModuleIndex.plainFile(file)).append('\n'));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
