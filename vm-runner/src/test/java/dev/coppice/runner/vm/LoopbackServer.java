package dev.coppice.runner.vm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server for a folder, on 127.0.0.1 only; machines reach it at 10.0.2.2. */
final class LoopbackServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-");

    private final Path folder;
    private final HttpServer server;
    private final IntConsumer asked;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * @param asked told before each answer how many requests there have been
     */
    LoopbackServer(Path folder, IntConsumer asked) throws IOException {
        this.folder = folder;
        this.asked = asked;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Its address as a machine sees it. */
    String address() {
        return "http://10.0.2.2:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.accept(requests.incrementAndGet());
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            long size = Files.size(file);
            String range = exchange.getRequestHeaders().getFirst("Range");
            Matcher from = RANGE.matcher(range == null ? "" : range);
            long begin = from.lookingAt() ? Long.parseLong(from.group(1)) : 0;
            if (begin > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + begin + "-" + (size - 1) + "/" + size);
            }
            exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
            try (var content = new RandomAccessFile(file.toFile(), "r")) {
                byte[] rest = new byte[(int) (size - begin)];
                content.seek(begin);
                content.readFully(rest);
                exchange.sendResponseHeaders(begin > 0 ? 206 : 200, rest.length);
                exchange.getResponseBody().write(rest);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
