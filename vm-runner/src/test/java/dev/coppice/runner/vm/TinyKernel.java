package dev.coppice.runner.vm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kernel that QEMU loads as it loads Linux (boot protocol 2.12), which says a few words on the
 * serial line and then does nothing for ever: a machine that runs within a second and never becomes
 * ready.
 */
final class TinyKernel {

    static final String WORDS = "tiny kernel here";

    private static final int SECTOR = 512;
    private static final int CODE = 0x270;

    private TinyKernel() {}

    static Path write(Path directory) throws IOException {
        ByteBuffer image = ByteBuffer.allocate(8 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x1F1, (byte) 4); // setup sectors
        image.putShort(0x1FE, (short) 0xAA55);
        image.put(0x200, (byte) 0xEB).put(0x201, (byte) (CODE - 0x202)); // jmp to the code
        image.put(0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        image.putShort(0x206, (short) 0x020C);
        image.put(0x211, (byte) 1); // loaded high
        image.putInt(0x22C, 0x7FFFFFFF); // highest address of an initrd
        image.position(CODE);
        image.put(new byte[] {(byte) 0xBA, (byte) 0xF8, 0x03}); // mov $0x3f8, %dx
        for (byte letter : (WORDS + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
            image.put(new byte[] {(byte) 0xB0, letter, (byte) 0xEE}); // mov $letter, %al; out
        }
        image.put(new byte[] {(byte) 0xF4, (byte) 0xEB, (byte) 0xFD}); // hlt; jmp to hlt
        return Files.write(directory.resolve("tiny-kernel"), image.array());
    }
}
