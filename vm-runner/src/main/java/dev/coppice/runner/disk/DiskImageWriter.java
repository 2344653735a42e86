package dev.coppice.runner.disk;

import dev.coppice.runner.disk.GuidPartitionTable.Partition;
import dev.coppice.runner.disk.ShippedGeneration.Part;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes a raw disk image: nothing is mounted, nobody needs to be root. The tools write into the
 * partitions' places in the file itself; the boot menu is made by the very coppicectl that keeps it
 * in the machine.
 */
final class DiskImageWriter {

    private static final Path GRUB = Path.of("/usr/lib/grub/i386-pc");
    private static final Path SYSTEMD_BOOT =
            Path.of("/usr/lib/systemd/boot/efi/systemd-bootx64.efi");

    /** What GRUB needs to find its files, show the menu, count and start Linux. */
    private static final List<String> MODULES =
            List.of(
                    "biosdisk",
                    "part_gpt",
                    "fat",
                    "normal",
                    "configfile",
                    "linux",
                    "loadenv",
                    "search",
                    "search_fs_uuid",
                    "test",
                    "serial",
                    "terminal",
                    "echo",
                    "reboot",
                    "halt",
                    "sleep",
                    "minicmd");

    private final DiskTools tools;
    private final RootNamespace namespace;

    DiskImageWriter(DiskTools tools, RootNamespace namespace) {
        this.tools = tools;
        this.namespace = namespace;
    }

    /** What the host must have, asked before anything long begins. */
    void require() {
        tools.require("mformat", "mcopy", "mke2fs", "grub-mkimage", "mksquashfs", "unsquashfs");
        DiskTools.file(List.of(GRUB.resolve("boot.img")), "grub-pc-bin");
        DiskTools.file(List.of(SYSTEMD_BOOT), "systemd-boot-efi");
    }

    /**
     * @param shipped newest first
     * @param work an empty directory on the store's file system, so that layers are linked
     * @param raw the file to write
     */
    void write(ImageOrder order, List<ShippedGeneration> shipped, Path work, Path raw)
            throws IOException, InterruptedException {
        StringBuilder seed = new StringBuilder();
        shipped.forEach(generation -> seed.append(generation.digest()));
        Path stage = work.resolve("stage");
        long content = stageSystem(shipped, stage.resolve("system"));
        DiskLayout layout = DiskLayout.of(Digests.of(seed.toString()), order.bytes(), content);
        stageEsp(order, shipped, layout, stage);
        byte[] core = core(layout, work);
        try (FileChannel disk =
                FileChannel.open(raw, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // Sparse: only what is written takes space.
            disk.write(ByteBuffer.wrap(new byte[1]), layout.bytes() - 1);
            GuidPartitionTable table = layout.table();
            byte[] boot = Files.readAllBytes(GRUB.resolve("boot.img"));
            put(disk, table.head(GrubCore.boot(boot, layout.bios().first())), 0);
            byte[] tail = table.tail();
            put(disk, tail, layout.bytes() - tail.length);
            put(disk, GrubCore.core(core, layout.bios().first()), layout.bios().offset());
        }
        tools.step().progress(-1, "writing the EFI system partition");
        esp(layout, stage.resolve("esp"), raw);
        tools.step().progress(-1, "writing the layers");
        ext4(layout.system(), layout.id("system"), "coppice-system", stage.resolve("system"), raw);
        Path empty = Files.createDirectories(stage.resolve("state"));
        ext4(layout.state(), layout.id("state"), "coppice-state", empty, raw);
        try (FileChannel disk = FileChannel.open(raw, StandardOpenOption.WRITE)) {
            disk.force(true);
        }
    }

    /** Layers once each, however many generations use them. */
    private static long stageSystem(List<ShippedGeneration> shipped, Path system)
            throws IOException {
        Path layers = Files.createDirectories(system.resolve("layers"));
        Path generations = Files.createDirectories(system.resolve("generations"));
        long bytes = 0;
        for (ShippedGeneration generation : shipped) {
            for (Part part : generation.parts()) {
                if (part.kind().equals("layer") && link(part, layers)) {
                    bytes += part.bytes();
                }
            }
            Files.writeString(generations.resolve(generation.number()), generation.manifest());
        }
        return bytes;
    }

    private static boolean link(Part part, Path directory) throws IOException {
        try {
            Files.createLink(directory.resolve(part.name()), part.file());
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    private void stageEsp(
            ImageOrder order, List<ShippedGeneration> shipped, DiskLayout layout, Path stage)
            throws IOException, InterruptedException {
        Path esp = stage.resolve("esp");
        Path loader = Files.createDirectories(esp.resolve("EFI/BOOT")).resolve("BOOTX64.EFI");
        Files.copy(SYSTEMD_BOOT, loader);
        Files.createDirectories(esp.resolve("loader/entries"));
        Path grub = Files.createDirectories(esp.resolve("grub"));
        Files.writeString(grub.resolve("grub.cfg"), DiskResources.text("grub.cfg"));
        Path kernels = Files.createDirectories(esp.resolve("coppice"));
        for (ShippedGeneration generation : shipped) {
            for (Part part : generation.parts()) {
                if (!part.kind().equals("layer")) {
                    link(part, kernels);
                }
            }
        }
        String words = String.join(" ", order.parameters());
        Files.writeString(kernels.resolve("parameters"), words);
        Files.writeString(kernels.resolve("partitions"), partitions(layout));
        Path tool = Files.writeString(stage.resolve("tool"), DiskResources.text("coppicectl"));
        List<String> argv = new ArrayList<>();
        argv.addAll(List.of("sh", tool.toString(), "menu", "--root", stage.toString()));
        argv.addAll(List.of("--tries", Integer.toString(order.tries())));
        if (shipped.size() > 1) {
            // The newest must show that it is healthy: there is something to fall back to.
            argv.addAll(List.of("--generation", shipped.getFirst().number()));
        }
        tools.run(Command.of(argv), "writing the boot menu");
    }

    private static String partitions(DiskLayout layout) {
        return "coppice.system="
                + layout.id("system")
                + "\ncoppice.state="
                + layout.id("state")
                + "\ncoppice.esp="
                + layout.espUuid()
                + "\n";
    }

    private byte[] core(DiskLayout layout, Path work) throws IOException, InterruptedException {
        Path config = work.resolve("early.cfg");
        Files.writeString(
                config, "search.fs_uuid " + layout.espUuid() + " root\nset prefix=($root)/grub\n");
        Path core = work.resolve("core.img");
        List<String> argv = new ArrayList<>();
        argv.addAll(List.of("grub-mkimage", "-O", "i386-pc", "-d", GRUB.toString()));
        argv.addAll(List.of("-p", "/grub", "-c", config.toString(), "-o", core.toString()));
        argv.addAll(MODULES);
        tools.run(Command.of(argv), "making the boot loader for BIOS");
        return Files.readAllBytes(core);
    }

    private void esp(DiskLayout layout, Path content, Path raw)
            throws IOException, InterruptedException {
        Partition esp = layout.esp();
        String place = raw + "@@" + esp.offset();
        long sectors = esp.bytes() / GuidPartitionTable.SECTOR;
        tools.run(
                mtools(
                        List.of(
                                "mformat",
                                "-i",
                                place,
                                "-F",
                                "-T",
                                Long.toString(sectors),
                                "-h",
                                "255",
                                "-s",
                                "63",
                                "-H",
                                Long.toString(esp.first()),
                                "-c",
                                "8",
                                "-N",
                                layout.espSerial(),
                                "-v",
                                "COPPICE",
                                "::")),
                "formatting the EFI system partition");
        List<String> argv = new ArrayList<>(List.of("mcopy", "-i", place, "-s", "-Q"));
        try (var files = Files.list(content)) {
            files.sorted().forEach(file -> argv.add(file.toString()));
        }
        argv.add("::/");
        tools.run(mtools(argv), "filling the EFI system partition");
    }

    /** Geometry and times say nothing here; the same content gives the same bytes. */
    private static Command mtools(List<String> argv) {
        return Command.of(argv)
                .with("MTOOLS_SKIP_CHECK", "1")
                .with("SOURCE_DATE_EPOCH", "315532800");
    }

    /** As root of a namespace, so that the files belong to root in the image. */
    private void ext4(Partition partition, UUID id, String label, Path content, Path raw)
            throws InterruptedException {
        Command command =
                Command.of(
                                "mke2fs",
                                "-q",
                                "-F",
                                "-t",
                                "ext4",
                                "-b",
                                "4096",
                                "-L",
                                label,
                                "-U",
                                id.toString(),
                                "-E",
                                "offset="
                                        + partition.offset()
                                        + ",hash_seed="
                                        + id
                                        + ",root_owner=0:0,lazy_itable_init=1",
                                "-d",
                                content.toString(),
                                raw.toString(),
                                partition.bytes() / 1024 + "k")
                        .with("E2FSPROGS_FAKE_TIME", "315532800");
        tools.run(namespace.wrap(command), "writing the partition " + partition.name());
    }

    private static void put(FileChannel disk, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            disk.write(buffer, at + buffer.position());
        }
    }
}
