package dev.coppice.runner.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A screen over the RFB protocol (VNC) on a Unix socket: raw pixels, changes of size, QEMU's key
 * events with scan codes. The next frame is asked for only when the last one has been shown, and
 * only while somebody looks.
 */
public final class RfbScreen implements ScreenSource {

    /**
     * QEMU refreshes more slowly the longer nothing happens, and again at once on input: a repeated
     * pointer event this long after a key shows the key's effect sooner.
     */
    private static final long REPEAT_MILLIS = 6;

    private final SocketChannel channel;
    private final RfbInput input;
    private final OutgoingQueue outgoing;
    private final Object lock = new Object();
    private final List<Listener> listeners = new ArrayList<>();
    private volatile int width;
    private volatile int height;
    private int[] pixels = new int[0];
    private boolean asked;
    private boolean ended;
    private volatile boolean extendedKeys;
    private volatile byte[] lastPointer = new byte[0];

    private RfbScreen(SocketChannel channel) {
        this.channel = channel;
        this.input = new RfbInput(channel);
        this.outgoing = new OutgoingQueue("screen-writer", channel);
    }

    /** Connects and shakes hands. */
    public static RfbScreen connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var screen = new RfbScreen(channel);
            screen.shakeHands();
            screen.outgoing.start();
            screen.outgoing.add(RfbMessages.setPixelFormat());
            screen.outgoing.add(
                    RfbMessages.setEncodings(
                            RfbMessages.RAW, RfbMessages.DESKTOP_SIZE, RfbMessages.EXTENDED_KEYS));
            screen.ask(false);
            Thread.ofVirtual().name("screen-reader").start(screen::readAll);
            return screen;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        synchronized (lock) {
            listener.resized(width, height);
            listener.updated(pixels, 0, 0, width, height);
            if (ended) {
                listener.closed();
            } else {
                listeners.add(listener);
                askIfIdle();
            }
        }
        return () -> {
            synchronized (lock) {
                listeners.remove(listener);
            }
        };
    }

    @Override
    public void key(int keysym, int scanCode, boolean down) {
        // No lock here and in pointer(): the reader may hold it while it waits for QEMU.
        outgoing.add(
                extendedKeys && scanCode != 0
                        ? RfbMessages.extendedKey(keysym, scanCode, down)
                        : RfbMessages.key(keysym, down));
        byte[] repeated = lastPointer;
        if (repeated.length > 0) {
            CompletableFuture.delayedExecutor(REPEAT_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> repeatPointer(repeated));
        }
    }

    @Override
    public void pointer(int x, int y, int buttons) {
        int column = Math.clamp(x, 0, Math.max(0, width - 1));
        int row = Math.clamp(y, 0, Math.max(0, height - 1));
        byte[] event = RfbMessages.pointer(column, row, buttons);
        lastPointer = event;
        outgoing.add(event);
    }

    @Override
    public void close() {
        outgoing.stop();
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing is left to do with it.
        }
    }

    private void repeatPointer(byte[] event) {
        // A newer event has had the same effect, and repeating this one would undo it.
        if (event == lastPointer) {
            outgoing.add(event);
        }
    }

    private void shakeHands() throws IOException {
        String version = new String(input.bytes(12), StandardCharsets.US_ASCII);
        if (!version.startsWith("RFB 003.008")) {
            throw new IOException("the screen speaks " + version.strip() + ", not RFB 3.8");
        }
        write(version.getBytes(StandardCharsets.US_ASCII));
        byte[] security = input.bytes(input.u8());
        if (new String(security, StandardCharsets.ISO_8859_1).indexOf(1) < 0) {
            throw new IOException("the screen asks for a password");
        }
        write(new byte[] {1});
        if (input.s32() != 0) {
            throw new IOException("the screen refused us");
        }
        write(new byte[] {1});
        resize(input.u16(), input.u16());
        input.skip(16);
        input.skip(input.s32());
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    private void readAll() {
        try {
            while (true) {
                switch (input.u8()) {
                    case 0 -> readUpdate();
                    case 1 -> {
                        input.skip(3);
                        input.skip(6L * input.u16());
                    }
                    case 2 -> {
                        // The bell.
                    }
                    case 3 -> {
                        input.skip(3);
                        input.skip(input.s32() & 0xFFFFFFFFL);
                    }
                    default -> throw new IOException("a message that RFB does not have");
                }
            }
        } catch (IOException _) {
            // The end of the connection; the listeners hear of it.
        } finally {
            close();
            synchronized (lock) {
                ended = true;
                listeners.forEach(Listener::closed);
                listeners.clear();
            }
        }
    }

    private void readUpdate() throws IOException {
        input.skip(1);
        int rectangles = input.u16();
        boolean resized = false;
        Damage damage = Damage.NONE;
        for (int i = 0; i < rectangles; i++) {
            int x = input.u16();
            int y = input.u16();
            int w = input.u16();
            int h = input.u16();
            switch (input.s32()) {
                case RfbMessages.RAW -> {
                    readRaw(x, y, w, h);
                    damage = damage.and(x, y, w, h);
                }
                case RfbMessages.DESKTOP_SIZE -> {
                    resize(w, h);
                    resized = true;
                    damage = Damage.NONE;
                }
                case RfbMessages.EXTENDED_KEYS -> extendedKeys = true;
                default -> throw new IOException("an encoding that was not asked for");
            }
        }
        show(resized, damage);
    }

    private void readRaw(int x, int y, int w, int h) throws IOException {
        if (x + w > width || y + h > height) {
            throw new IOException("a rectangle outside of the screen");
        }
        synchronized (lock) {
            for (int row = y; row < y + h; row++) {
                input.pixels(pixels, row * width + x, w);
            }
        }
    }

    private void resize(int newWidth, int newHeight) {
        synchronized (lock) {
            width = newWidth;
            height = newHeight;
            pixels = new int[width * height];
            java.util.Arrays.fill(pixels, 0xFF000000);
        }
    }

    private void show(boolean resized, Damage damage) {
        synchronized (lock) {
            asked = false;
            for (Listener listener : List.copyOf(listeners)) {
                if (resized) {
                    listener.resized(width, height);
                }
                if (!damage.isEmpty()) {
                    listener.updated(
                            pixels, damage.x(), damage.y(), damage.width(), damage.height());
                }
            }
            if (resized) {
                ask(false);
            } else {
                askIfIdle();
            }
        }
    }

    private void askIfIdle() {
        if (!asked && !listeners.isEmpty()) {
            ask(true);
        }
    }

    private void ask(boolean incremental) {
        synchronized (lock) {
            asked = true;
            outgoing.add(RfbMessages.updateRequest(incremental, width, height));
        }
    }

    /** The smallest rectangle around all that changed in one update. */
    private record Damage(int x, int y, int right, int bottom) {

        static final Damage NONE = new Damage(0, 0, 0, 0);

        boolean isEmpty() {
            return right <= x || bottom <= y;
        }

        int width() {
            return right - x;
        }

        int height() {
            return bottom - y;
        }

        Damage and(int left, int top, int w, int h) {
            if (isEmpty()) {
                return new Damage(left, top, left + w, top + h);
            }
            return new Damage(
                    Math.min(x, left),
                    Math.min(y, top),
                    Math.max(right, left + w),
                    Math.max(bottom, top + h));
        }
    }
}
