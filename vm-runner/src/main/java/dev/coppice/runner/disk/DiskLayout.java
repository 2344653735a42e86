package dev.coppice.runner.disk;

import dev.coppice.runner.disk.GuidPartitionTable.Partition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Where everything is on a disk of Coppice. All names are made from one seed, so the same content
 * gives the same disk. Pure.
 *
 * @param seed what the names are made from
 * @param bytes size of the disk
 * @param systemBytes size of the system partition
 */
record DiskLayout(String seed, long bytes, long systemBytes) {

    static final long MIB = 1L << 20;

    /** Kernels of about twenty generations. */
    static final long ESP_BYTES = 512 * MIB;

    /** What the state partition has at least; it grows to the end of the disk. */
    static final long LEAST_STATE = 256 * MIB;

    /** Before the first and after the last partition. */
    private static final long MARGIN = MIB;

    // Types by their GUIDs: BIOS boot (GRUB), EFI system, and Linux data, which systemd-repart(8)
    // knows. The system partition has a type of our own, so that nobody else claims it.
    private static final UUID BIOS_BOOT = UUID.fromString("21686148-6449-6e6f-744e-656564454649");
    private static final UUID EFI_SYSTEM = UUID.fromString("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
    private static final UUID LINUX_DATA = UUID.fromString("0fc63daf-8483-4772-8e79-3d69d8477de4");
    private static final UUID COPPICE = UUID.fromString("d7b60b2a-5e0c-4a3e-9d55-c0991ce5e001");

    /**
     * A disk with room.
     *
     * @param asked size in bytes; 0 for as small as is sensible
     * @param content bytes of all layers
     */
    static DiskLayout of(String seed, long asked, long content) {
        long least = up(Math.max(content * 5 / 2 + 256 * MIB, 1024 * MIB));
        long fixed = 2 * MARGIN + MIB + ESP_BYTES + LEAST_STATE;
        long bytes = up(Math.max(asked, fixed + least));
        return new DiskLayout(seed, bytes, least);
    }

    /** The disk is too small for what was asked. */
    static long least(long content) {
        return of("", 0, content).bytes();
    }

    GuidPartitionTable table() {
        long state = offset(4);
        return new GuidPartitionTable(
                id("disk"),
                bytes / GuidPartitionTable.SECTOR,
                List.of(
                        partition(BIOS_BOOT, "coppice-bios", MARGIN, MIB),
                        partition(EFI_SYSTEM, "coppice-esp", offset(2), ESP_BYTES),
                        partition(COPPICE, "coppice-system", offset(3), systemBytes),
                        partition(LINUX_DATA, "coppice-state", state, bytes - MARGIN - state)));
    }

    Partition bios() {
        return table().partitions().get(0);
    }

    Partition esp() {
        return table().partitions().get(1);
    }

    Partition system() {
        return table().partitions().get(2);
    }

    Partition state() {
        return table().partitions().get(3);
    }

    /** The UUID of a file system. */
    UUID id(String name) {
        return UUID.nameUUIDFromBytes((seed + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The serial of the FAT file system, 8 hexadecimal digits. */
    String espSerial() {
        return id("esp").toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    /** The same as Linux and GRUB write it, {@code ABCD-1234}. */
    String espUuid() {
        return espSerial().substring(0, 4) + "-" + espSerial().substring(4);
    }

    private long offset(int number) {
        return switch (number) {
            case 2 -> MARGIN + MIB;
            case 3 -> MARGIN + MIB + ESP_BYTES;
            default -> MARGIN + MIB + ESP_BYTES + systemBytes;
        };
    }

    private Partition partition(UUID type, String name, long offset, long size) {
        long first = offset / GuidPartitionTable.SECTOR;
        return new Partition(
                type, id(name), first, first + size / GuidPartitionTable.SECTOR - 1, name);
    }

    private static long up(long bytes) {
        return (bytes + MIB - 1) / MIB * MIB;
    }
}
