package dev.coppice.icons;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * Packs the application icon's PNGs into the containers that Windows and macOS installers need.
 *
 * <p>{@code icons/generate} starts this file by itself with whatever JDK it finds, so it uses
 * nothing newer than Java 17 and nothing else of this module.
 */
final class IconContainers {
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int BITMAP_HEADER = 40;

    /** Up to this width an ICO holds plain bitmaps: older resource tools cannot read PNGs in it. */
    private static final int LARGEST_BITMAP = 64;

    /** Apple's type of each element; those from ic11 on are the sizes for dense screens. */
    private enum Element {
        icp4(16),
        icp5(32),
        ic07(128),
        ic08(256),
        ic09(512),
        ic11(32),
        ic12(64),
        ic13(256),
        ic14(512);

        private final int size;

        Element(int size) {
            this.size = size;
        }
    }

    private IconContainers() {}

    public static void main(String[] args) throws IOException {
        Path pictures = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Files.write(target.resolve("coppice.ico"), ico(pictures));
        Files.write(target.resolve("coppice.icns"), icns(pictures));
    }

    /** A Windows icon: a directory of entries, then their images, everything little-endian. */
    static byte[] ico(Path pictures) throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int size : ICO_SIZES) {
            byte[] png = png(pictures, size);
            images.add(size <= LARGEST_BITMAP ? bitmap(png) : png);
        }
        int offset = ICO_HEADER + ICO_ENTRY * images.size();
        int length = offset + images.stream().mapToInt(i -> i.length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (int i = 0; i < images.size(); i++) {
            byte edge = (byte) (int) ICO_SIZES.get(i); // 256 is written as 0
            out.put(edge).put(edge).put((byte) 0).put((byte) 0);
            out.putShort((short) 1).putShort((short) 32);
            out.putInt(images.get(i).length).putInt(offset);
            offset += images.get(i).length;
        }
        images.forEach(out::put);
        return out.array();
    }

    /**
     * A bitmap as it stands in an ICO: a header that counts the rows of colour and mask together,
     * the colours from the lowest row up, then one mask bit a pixel in rows of whole 32-bit words.
     */
    private static byte[] bitmap(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int size = image.getWidth();
        int maskRow = (size + 31) / 32 * 4;
        int pixels = size * size * 4;
        ByteBuffer out =
                ByteBuffer.allocate(BITMAP_HEADER + pixels + maskRow * size)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(BITMAP_HEADER).putInt(size).putInt(2 * size);
        out.putShort((short) 1).putShort((short) 32).putInt(0).putInt(pixels + maskRow * size);
        out.position(BITMAP_HEADER);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                out.putInt(image.getRGB(x, y));
            }
        }
        for (int y = size - 1; y >= 0; y--) {
            byte[] row = new byte[maskRow];
            for (int x = 0; x < size; x++) {
                boolean clear = image.getRGB(x, y) >>> 24 == 0;
                row[x / 8] |= (byte) (clear ? 0x80 >> x % 8 : 0);
            }
            out.put(row);
        }
        return out.array();
    }

    /** An Apple icon: a magic word and the length, then elements of type, length and PNG. */
    static byte[] icns(Path pictures) throws IOException {
        ByteArrayOutputStream elements = new ByteArrayOutputStream();
        for (Element element : Element.values()) {
            elements.writeBytes(chunk(element.name(), png(pictures, element.size)));
        }
        return chunk("icns", elements.toByteArray());
    }

    private static byte[] chunk(String type, byte[] content) {
        int length = 8 + content.length;
        return ByteBuffer.allocate(length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put(content)
                .array();
    }

    private static byte[] png(Path pictures, int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("app-icon-" + size + ".png"));
    }
}
