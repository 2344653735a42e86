package dev.coppice.runner.console;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;

/** Buffered reading of RFB's big-endian numbers, and of little-endian pixels in bulk. */
final class RfbInput {

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).limit(0);

    RfbInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    int u8() throws IOException {
        need(1);
        return buffer.get() & 0xFF;
    }

    int u16() throws IOException {
        need(2);
        return buffer.getShort() & 0xFFFF;
    }

    int s32() throws IOException {
        need(4);
        return buffer.getInt();
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; ) {
            need(1);
            int part = Math.min(buffer.remaining(), count - at);
            buffer.get(bytes, at, part);
            at += part;
        }
        return bytes;
    }

    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            need(1);
            int part = (int) Math.min(buffer.remaining(), left);
            buffer.position(buffer.position() + part);
            left -= part;
        }
    }

    /** Reads {@code count} pixels of 32 bits and makes them opaque. */
    void pixels(int[] into, int offset, int count) throws IOException {
        need(count * 4);
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().get(into, offset, count);
        buffer.order(ByteOrder.BIG_ENDIAN);
        buffer.position(buffer.position() + count * 4);
        for (int i = offset; i < offset + count; i++) {
            into[i] |= 0xFF000000;
        }
    }

    private void need(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        while (buffer.position() < count) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the screen's connection has ended");
            }
        }
        buffer.flip();
    }
}
