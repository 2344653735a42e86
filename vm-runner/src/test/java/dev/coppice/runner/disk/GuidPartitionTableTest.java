package dev.coppice.runner.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.disk.GuidPartitionTable.Partition;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** The form of the UEFI specification; real firmware reads it in the vm tests. */
class GuidPartitionTableTest {

    private static final UUID TYPE = UUID.fromString("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
    private final GuidPartitionTable table =
            new GuidPartitionTable(
                    UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                    8192,
                    List.of(new Partition(TYPE, new UUID(1, 2), 2048, 4095, "esp")));

    @Test
    void writesHeadersThatCheck() {
        byte[] head = table.head(new byte[] {1, 2, 3});
        ByteBuffer mbr = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(mbr.getShort(510)).isEqualTo((short) 0xAA55);
        assertThat(head[450]).isEqualTo((byte) 0xEE);
        assertThat(mbr.getInt(458)).isEqualTo(8191);
        assertHeader(ByteBuffer.wrap(head, 512, 512).slice(), 1, 8191, 2);
        byte[] tail = table.tail();
        assertHeader(ByteBuffer.wrap(tail, tail.length - 512, 512).slice(), 8191, 1, 8192 - 33);
    }

    private static void assertHeader(ByteBuffer header, long own, long other, long entries) {
        header.order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getLong(0)).isEqualTo(0x5452415020494645L);
        assertThat(header.getLong(24)).isEqualTo(own);
        assertThat(header.getLong(32)).isEqualTo(other);
        assertThat(header.getLong(72)).isEqualTo(entries);
        int stored = header.getInt(16);
        byte[] bytes = new byte[92];
        header.get(0, bytes);
        ByteBuffer.wrap(bytes).putInt(16, 0);
        var crc = new CRC32();
        crc.update(bytes);
        assertThat(stored).isEqualTo((int) crc.getValue());
    }

    @Test
    void writesGuidsInMixedOrder() {
        ByteBuffer entry = ByteBuffer.wrap(table.head(new byte[0]), 1024, 128).slice();
        byte[] type = new byte[16];
        entry.get(0, type);
        assertThat(java.util.HexFormat.of().formatHex(type))
                .isEqualTo("28732ac11ff8d211ba4b00a0c93ec93b");
        entry.order(ByteOrder.LITTLE_ENDIAN);
        assertThat(entry.getLong(32)).isEqualTo(2048);
        assertThat(entry.getLong(40)).isEqualTo(4095);
        assertThat(entry.getChar(56)).isEqualTo('e');
    }

    @Test
    void refusesPartitionsOutsideTheDisk() {
        var outside = new Partition(TYPE, new UUID(1, 2), 2048, 8190, "esp");
        assertThatThrownBy(() -> new GuidPartitionTable(TYPE, 8192, List.of(outside)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laysOutPartitionsWithoutOverlap() {
        DiskLayout layout = DiskLayout.of("seed", 0, 300 << 20);
        long end = 0;
        for (Partition partition : layout.table().partitions()) {
            assertThat(partition.first()).isGreaterThan(end);
            assertThat(partition.first() % 2048).isZero();
            end = partition.last();
        }
        assertThat(layout.system().bytes()).isGreaterThan(600L << 20);
        assertThat(layout.state().bytes()).isEqualTo(DiskLayout.LEAST_STATE);
        assertThat(layout.espUuid()).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(DiskLayout.of("seed", 8L << 30, 300 << 20).bytes()).isEqualTo(8L << 30);
    }

    @Test
    void ordersModulesByWhatTheyNeed() {
        ModuleIndex index =
                ModuleIndex.parse(
                        """
                        kernel/fs/ext4/ext4.ko.xz: kernel/fs/jbd2/jbd2.ko.xz kernel/lib/crc16.ko.xz
                        kernel/fs/jbd2/jbd2.ko.xz:
                        kernel/lib/crc16.ko.xz:
                        kernel/drivers/nvme/host/nvme-core.ko.xz:
                        """);
        assertThat(index.files(List.of("ext4", "absent", "nvme_core")))
                .containsExactly(
                        "kernel/lib/crc16.ko.xz",
                        "kernel/fs/jbd2/jbd2.ko.xz",
                        "kernel/fs/ext4/ext4.ko.xz",
                        "kernel/drivers/nvme/host/nvme-core.ko.xz");
        assertThat(ModuleIndex.plainFile("kernel/lib/crc16.ko.xz")).isEqualTo("crc16.ko");
    }
}
