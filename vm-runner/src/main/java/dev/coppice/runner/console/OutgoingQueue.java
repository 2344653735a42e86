package dev.coppice.runner.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes messages to a socket from a thread of its own, so that no caller waits for the peer. */
final class OutgoingQueue {

    private final SocketChannel channel;
    private final LinkedBlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private final Thread writer;

    OutgoingQueue(String name, SocketChannel channel) {
        this.channel = channel;
        this.writer = Thread.ofVirtual().name(name).unstarted(this::writeAll);
    }

    void start() {
        writer.start();
    }

    void add(byte[] message) {
        messages.add(message);
    }

    /** Gives up what is still queued. */
    void stop() {
        writer.interrupt();
    }

    private void writeAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ByteBuffer out = ByteBuffer.wrap(messages.take());
                while (out.hasRemaining()) {
                    channel.write(out);
                }
            }
        } catch (InterruptedException | IOException _) {
            // The reader of the same socket reports its end.
        }
    }
}
