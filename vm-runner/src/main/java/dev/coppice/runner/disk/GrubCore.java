package dev.coppice.runner.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes GRUB's images fit a place on a disk, as {@code grub-bios-setup} does on a mounted one: its
 * offsets are those of {@code include/grub/i386/pc/boot.h} of GRUB 2. Pure.
 */
final class GrubCore {

    private static final int BOOT_CODE = 440;
    private static final int DRIVE_CHECK = 0x66;
    private static final int KERNEL_SECTOR = 0x5c;

    /** The block list ends the first sector: start, number of sectors, segment. */
    private static final int BLOCK_LIST = GuidPartitionTable.SECTOR - 12;

    private static final short SEGMENT = 0x820;

    private GrubCore() {}

    /**
     * The code in the first sector of the disk.
     *
     * @param boot GRUB's {@code boot.img}
     * @param first the sector where the core begins
     */
    static byte[] boot(byte[] boot, long first) {
        ByteBuffer code = ByteBuffer.allocate(BOOT_CODE).order(ByteOrder.LITTLE_ENDIAN);
        code.put(boot, 0, BOOT_CODE);
        code.putLong(KERNEL_SECTOR, first);
        // Some BIOSes pass a wrong drive; two no-ops make GRUB take the first hard disk then.
        code.putShort(DRIVE_CHECK, (short) 0x9090);
        return code.array();
    }

    /** The core, told where its own second sector is. */
    static byte[] core(byte[] core, long first) {
        int sectors = (core.length + GuidPartitionTable.SECTOR - 1) / GuidPartitionTable.SECTOR;
        ByteBuffer image = ByteBuffer.allocate(sectors * GuidPartitionTable.SECTOR);
        image.order(ByteOrder.LITTLE_ENDIAN).put(core);
        image.putLong(BLOCK_LIST, first + 1);
        image.putShort(BLOCK_LIST + 8, (short) (sectors - 1));
        image.putShort(BLOCK_LIST + 10, SEGMENT);
        return image.array();
    }
}
