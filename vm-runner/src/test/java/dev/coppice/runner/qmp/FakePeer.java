package dev.coppice.runner.qmp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The other end of a Unix socket, played by a script in a thread. */
public final class FakePeer implements AutoCloseable {

    /** What the other end does. */
    @FunctionalInterface
    public interface Script {
        void play(Line line) throws Exception;
    }

    /** The line as the other end sees it. */
    public record Line(BufferedReader reader, InputStream input, OutputStream output) {

        public String read() throws IOException {
            return reader.readLine();
        }

        public void write(String text) throws IOException {
            write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            output.write(bytes);
            output.flush();
        }

        /** The text between quotes behind {@code "NAME":} in a line of JSON. */
        public static String field(String json, String name) {
            return json.replaceAll(".*\"" + name + "\":\"?([^\",}]*)\"?.*", "$1");
        }
    }

    private final ServerSocketChannel server;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    public FakePeer(Path socket, Script script) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> play(script));
    }

    private void play(Script script) {
        try (SocketChannel channel = server.accept()) {
            InputStream input = Channels.newInputStream(channel);
            script.play(
                    new Line(
                            new BufferedReader(
                                    new InputStreamReader(input, StandardCharsets.ISO_8859_1)),
                            input,
                            Channels.newOutputStream(channel)));
            done.complete(null);
        } catch (Throwable e) {
            done.completeExceptionally(e);
        }
    }

    /** Completes when the script has been played, or fails as it did. */
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
