package dev.coppice.runner.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A GUID partition table as bytes: protective MBR, header and entries at the beginning of a disk,
 * entries and header again at its end. The form is that of the UEFI specification 2.10, chapter 5.
 * Pure.
 *
 * @param disk the disk's own GUID
 * @param sectors size of the disk in sectors of 512 bytes
 * @param partitions in the order of their numbers
 */
public record GuidPartitionTable(UUID disk, long sectors, List<Partition> partitions) {

    /** Bytes of a sector. */
    public static final int SECTOR = 512;

    private static final int ENTRIES = 128;
    private static final int ENTRY_BYTES = 128;
    private static final int ENTRY_SECTORS = ENTRIES * ENTRY_BYTES / SECTOR;
    private static final int HEADER_BYTES = 92;
    private static final long FIRST_USABLE = 2 + ENTRY_SECTORS;
    private static final int NAME_CHARACTERS = 36;

    public GuidPartitionTable {
        partitions = List.copyOf(partitions);
        if (partitions.size() > ENTRIES) {
            throw new IllegalArgumentException("too many partitions");
        }
        long last = sectors - 2 - ENTRY_SECTORS;
        for (Partition partition : partitions) {
            if (partition.first() < FIRST_USABLE || partition.last() > last) {
                throw new IllegalArgumentException(partition.name() + " is outside the disk");
            }
        }
    }

    /**
     * A partition.
     *
     * @param type what it holds
     * @param id its own GUID
     * @param first its first sector
     * @param last its last sector
     * @param name at most 36 characters
     */
    public record Partition(UUID type, UUID id, long first, long last, String name) {

        public Partition {
            if (name.length() > NAME_CHARACTERS) {
                throw new IllegalArgumentException("too long for a partition's name: " + name);
            }
        }

        public long bytes() {
            return (last - first + 1) * SECTOR;
        }

        /** Where it begins, in bytes. */
        public long offset() {
            return first * SECTOR;
        }
    }

    /**
     * The first sectors of the disk.
     *
     * @param bootCode at most 440 bytes that a BIOS runs; empty for none
     */
    public byte[] head(byte[] bootCode) {
        ByteBuffer head = buffer((int) FIRST_USABLE * SECTOR);
        head.put(protectiveMbr(bootCode));
        head.put(header(1, sectors - 1, 2));
        head.position(2 * SECTOR).put(entries());
        return head.array();
    }

    /** The last sectors of the disk. */
    public byte[] tail() {
        ByteBuffer tail = buffer((ENTRY_SECTORS + 1) * SECTOR);
        tail.put(entries());
        tail.put(header(sectors - 1, 1, sectors - 1 - ENTRY_SECTORS));
        return tail.array();
    }

    private byte[] protectiveMbr(byte[] bootCode) {
        ByteBuffer mbr = buffer(SECTOR);
        mbr.put(bootCode, 0, Math.min(bootCode.length, 440));
        // One partition of type 0xEE over the whole disk; its addresses in cylinders say nothing.
        mbr.position(446).put(new byte[] {0, 0, 2, 0, (byte) 0xEE, -1, -1, -1});
        mbr.putInt(1).putInt((int) Math.min(sectors - 1, 0xFFFFFFFFL));
        mbr.position(510).put((byte) 0x55).put((byte) 0xAA);
        return mbr.array();
    }

    private byte[] header(long own, long other, long entriesAt) {
        ByteBuffer header = buffer(SECTOR);
        header.put("EFI PART".getBytes(StandardCharsets.US_ASCII));
        header.putInt(0x00010000).putInt(HEADER_BYTES).putInt(0).putInt(0);
        header.putLong(own).putLong(other).putLong(FIRST_USABLE);
        header.putLong(sectors - 2 - ENTRY_SECTORS);
        putGuid(header, disk);
        header.putLong(entriesAt).putInt(ENTRIES).putInt(ENTRY_BYTES);
        header.putInt(crc(entries(), ENTRIES * ENTRY_BYTES));
        header.putInt(16, crc(header.array(), HEADER_BYTES));
        return header.array();
    }

    private byte[] entries() {
        ByteBuffer entries = buffer(ENTRIES * ENTRY_BYTES);
        int number = 0;
        for (Partition partition : partitions) {
            entries.position(number++ * ENTRY_BYTES);
            putGuid(entries, partition.type());
            putGuid(entries, partition.id());
            entries.putLong(partition.first()).putLong(partition.last()).putLong(0);
            entries.put(partition.name().getBytes(StandardCharsets.UTF_16LE));
        }
        return entries.array();
    }

    /** The first three parts of a GUID stand in little-endian order, the rest does not. */
    private static void putGuid(ByteBuffer target, UUID guid) {
        long high = guid.getMostSignificantBits();
        target.putInt((int) (high >>> 32));
        target.putShort((short) (high >>> 16)).putShort((short) high);
        target.putLong(Long.reverseBytes(guid.getLeastSignificantBits()));
    }

    private static int crc(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
