package dev.coppice.runner.qmp;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One JSON value per line over a Unix socket, as QEMU's monitor and its guest agent speak. One
 * thread may read while others write.
 */
public final class JsonLines implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Longest line that is taken; the agent's answers hold at most 16 MiB of output. */
    private static final int MAX_LINE = 64 << 20;

    private final SocketChannel channel;
    private final ByteBuffer input = ByteBuffer.allocate(16384).flip();

    private JsonLines(SocketChannel channel) {
        this.channel = channel;
    }

    public static JsonLines connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new JsonLines(channel);
    }

    /** Sends a value, behind {@code prefix}. */
    public void write(Object value, byte... prefix) throws IOException {
        byte[] json = JSON.writeValueAsBytes(value);
        ByteBuffer out = ByteBuffer.allocate(prefix.length + json.length + 1);
        out.put(prefix).put(json).put((byte) '\n').flip();
        synchronized (channel) {
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }
    }

    /**
     * Waits for the next line that holds a JSON value; other lines (remains of a torn message) are
     * passed over. Bytes 0xFF, which the agent sends before an answer to a delimited sync, start
     * the line anew. Empty at the end of the stream.
     */
    public Optional<JsonNode> read() throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        while (true) {
            while (!input.hasRemaining()) {
                input.clear();
                int count = channel.read(input);
                input.flip();
                if (count < 0) {
                    return Optional.empty();
                }
            }
            byte b = input.get();
            if (b == (byte) 0xFF) {
                line.reset();
            } else if (b != '\n') {
                line.write(b);
                if (line.size() > MAX_LINE) {
                    throw new IOException("a line of more than " + MAX_LINE + " bytes");
                }
            } else if (line.size() > 1) {
                Optional<JsonNode> value = parse(line.toString(StandardCharsets.UTF_8));
                if (value.isPresent()) {
                    return value;
                }
                line.reset();
            }
        }
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
