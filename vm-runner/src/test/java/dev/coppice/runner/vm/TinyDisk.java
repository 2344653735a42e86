package dev.coppice.runner.vm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk whose boot sector says a few words on the serial line, writes into the second sector and
 * then does nothing for ever.
 */
final class TinyDisk {

    static final String WORDS = "tiny disk here";

    /** What the machine writes into the second sector. */
    static final byte MARK = 0x5A;

    private static final int SECTOR = 512;

    private TinyDisk() {}

    static Path write(Path file) throws IOException {
        var code = new ByteArrayOutputStream();
        // mov %dl at the start of the second sector in memory is what the BIOS gave: the disk.
        code.writeBytes(new byte[] {0x31, (byte) 0xC0, (byte) 0x8E, (byte) 0xC0}); // es = 0
        code.writeBytes(new byte[] {(byte) 0xBB, 0x00, 0x7E}); // mov $0x7e00, %bx
        code.writeBytes(new byte[] {0x26, (byte) 0xC6, 0x07, MARK}); // movb $MARK, %es:(%bx)
        code.writeBytes(new byte[] {(byte) 0xB8, 0x01, 0x03}); // write one sector
        code.writeBytes(new byte[] {(byte) 0xB9, 0x02, 0x00}); // cylinder 0, sector 2
        code.writeBytes(new byte[] {(byte) 0xB6, 0x00, (byte) 0xCD, 0x13}); // head 0; int $0x13
        code.writeBytes(new byte[] {(byte) 0xBA, (byte) 0xF8, 0x03}); // mov $0x3f8, %dx
        for (byte letter : (WORDS + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
            code.writeBytes(new byte[] {(byte) 0xB0, letter, (byte) 0xEE}); // mov; out
        }
        code.writeBytes(new byte[] {(byte) 0xF4, (byte) 0xEB, (byte) 0xFD}); // hlt; jmp to hlt
        byte[] disk = Arrays.copyOf(code.toByteArray(), 1 << 20);
        disk[SECTOR - 2] = 0x55;
        disk[SECTOR - 1] = (byte) 0xAA;
        return Files.write(file, disk);
    }

    /** Whether a machine wrote into a raw disk. */
    static boolean written(Path file) throws IOException {
        return Files.readAllBytes(file)[SECTOR] == MARK;
    }
}
