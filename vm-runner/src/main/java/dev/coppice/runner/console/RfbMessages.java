package dev.coppice.runner.console;

import java.nio.ByteBuffer;

/**
 * What a client sends in the RFB protocol, version 3.8 (RFC 6143), and in QEMU's extension of it.
 */
final class RfbMessages {

    static final int RAW = 0;
    static final int DESKTOP_SIZE = -223;
    static final int EXTENDED_KEYS = -258;

    private RfbMessages() {}

    /** 32 bits a pixel, little endian, 0x00RRGGBB. */
    static byte[] setPixelFormat() {
        ByteBuffer out = ByteBuffer.allocate(20);
        out.put((byte) 0).put(new byte[3]);
        out.put((byte) 32).put((byte) 24).put((byte) 0).put((byte) 1);
        out.putShort((short) 255).putShort((short) 255).putShort((short) 255);
        out.put((byte) 16).put((byte) 8).put((byte) 0);
        return out.array();
    }

    static byte[] setEncodings(int... encodings) {
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * encodings.length);
        out.put((byte) 2).put((byte) 0).putShort((short) encodings.length);
        for (int encoding : encodings) {
            out.putInt(encoding);
        }
        return out.array();
    }

    static byte[] updateRequest(boolean incremental, int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(10);
        out.put((byte) 3).put((byte) (incremental ? 1 : 0)).putShort((short) 0).putShort((short) 0);
        out.putShort((short) width).putShort((short) height);
        return out.array();
    }

    static byte[] key(int keysym, boolean down) {
        ByteBuffer out = ByteBuffer.allocate(8);
        out.put((byte) 4).put((byte) (down ? 1 : 0)).putShort((short) 0).putInt(keysym);
        return out.array();
    }

    static byte[] extendedKey(int keysym, int scanCode, boolean down) {
        ByteBuffer out = ByteBuffer.allocate(12);
        out.put((byte) 255).put((byte) 0).putShort((short) (down ? 1 : 0));
        out.putInt(keysym).putInt(scanCode);
        return out.array();
    }

    static byte[] pointer(int x, int y, int buttons) {
        ByteBuffer out = ByteBuffer.allocate(6);
        out.put((byte) 5).put((byte) buttons).putShort((short) x).putShort((short) y);
        return out.array();
    }
}
