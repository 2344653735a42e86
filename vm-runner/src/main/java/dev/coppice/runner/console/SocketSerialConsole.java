package dev.coppice.runner.console;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The serial line of a machine on a Unix socket. The complete log is QEMU's own log file. */
public final class SocketSerialConsole implements SerialConsole, Closeable {

    private static final int SCROLLBACK = 256 << 10;

    private final SocketChannel channel;
    private final OutgoingQueue outgoing;
    private final List<Consumer<byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private byte[] kept = new byte[0];

    private SocketSerialConsole(SocketChannel channel) {
        this.channel = channel;
        this.outgoing = new OutgoingQueue("serial-writer", channel);
    }

    public static SocketSerialConsole connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        var console = new SocketSerialConsole(channel);
        console.outgoing.start();
        Thread.ofVirtual().name("serial-reader").start(console::readAll);
        return console;
    }

    @Override
    public String scrollback() {
        synchronized (lock) {
            return new String(kept, StandardCharsets.UTF_8);
        }
    }

    @Override
    public AutoCloseable listen(Consumer<byte[]> bytes) {
        listeners.add(bytes);
        return () -> listeners.remove(bytes);
    }

    @Override
    public void send(byte[] bytes) {
        outgoing.add(bytes.clone());
    }

    /** Says something to whoever follows the console, as if the machine had. */
    public void note(String text) {
        byte[] bytes = ("\r\n[Coppice] " + text + "\r\n").getBytes(StandardCharsets.UTF_8);
        keep(bytes);
        listeners.forEach(listener -> listener.accept(bytes));
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

    private void readAll() {
        ByteBuffer input = ByteBuffer.allocate(8192);
        try {
            while (channel.read(input) >= 0) {
                byte[] bytes = Arrays.copyOf(input.array(), input.position());
                input.clear();
                keep(bytes);
                listeners.forEach(listener -> listener.accept(bytes));
            }
        } catch (IOException _) {
            // The end of the line, seen from the side that closed it.
        } finally {
            close();
        }
    }

    private void keep(byte[] bytes) {
        synchronized (lock) {
            int old = Math.min(kept.length, Math.max(0, SCROLLBACK - bytes.length));
            int fresh = Math.min(bytes.length, SCROLLBACK);
            byte[] joined = new byte[old + fresh];
            System.arraycopy(kept, kept.length - old, joined, 0, old);
            System.arraycopy(bytes, bytes.length - fresh, joined, old, fresh);
            kept = joined;
        }
    }
}
