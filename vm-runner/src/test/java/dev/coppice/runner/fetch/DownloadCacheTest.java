package dev.coppice.runner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Digests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

@Timeout(30)
class DownloadCacheTest {

    private static final byte[] BYTES = new byte[300_000];

    @TempDir Path dir;

    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private DownloadCache cache;

    @BeforeEach
    void serve() throws IOException {
        new Random(7).nextBytes(BYTES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        answer("/tool.tar.gz", DownloadCacheTest::whole);
        answer("/moved", exchange -> redirect(exchange, "/tool.tar.gz"));
        answer("/missing", exchange -> exchange.sendResponseHeaders(404, -1));
        server.start();
        cache =
                new DownloadCache(
                        dir.resolve("cache"), new HttpDownload(Map.of(), Duration.ofSeconds(2)));
        Files.createDirectory(dir.resolve("scratch"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    requests.incrementAndGet();
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
    }

    private static void whole(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, BYTES.length);
        exchange.getResponseBody().write(BYTES);
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().add("Location", where);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, BYTES.length);
        exchange.getResponseBody().write(BYTES, 0, BYTES.length / 2);
        exchange.getResponseBody().flush();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Path get(String path, String sha256) throws Exception {
        return cache.get(
                new DownloadCache.Wanted("the bundle tool", url(path), sha256),
                dir.resolve("scratch"),
                (fraction, text) -> told.add("%.2f %s".formatted(fraction, text)),
                cancellation);
    }

    private Problem problem(String path, String sha256) throws IOException {
        var thrown = new Problem[1];
        assertThatThrownBy(() -> get(path, sha256))
                .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e.problem());
        assertNothingLeft();
        return thrown[0];
    }

    private void assertNothingLeft() throws IOException {
        for (String place : List.of("scratch", "cache")) {
            try (Stream<Path> files = Files.list(dir.resolve(place))) {
                assertThat(files).as(place).isEmpty();
            }
        }
    }

    @Test
    void downloadsOnceAndTellsOfIt() throws Exception {
        Path file = get("/moved", Digests.of(BYTES));
        assertThat(file).hasBinaryContent(BYTES);
        assertThat(told)
                .last()
                .asString()
                .isEqualTo("1.00 downloading the bundle tool: 0.3 of 0.3 MB");
        server.stop(0);
        assertThat(get("/anywhere", Digests.of(BYTES))).as("offline").isEqualTo(file);
        assertThat(requests).hasValue(2);
    }

    @Test
    void aSpoiltFileIsDownloadedAgain() throws Exception {
        Path file = get("/tool.tar.gz", Digests.of(BYTES));
        Files.writeString(file, "spoilt");
        assertThat(get("/tool.tar.gz", Digests.of(BYTES))).hasBinaryContent(BYTES);
    }

    @Test
    void anotherFileIsAProblemThatNamesBothHashes() throws IOException {
        Problem problem = problem("/tool.tar.gz", "0".repeat(64));
        assertThat(problem.code()).isEqualTo("hash-wrong");
        assertThat(problem.message())
                .contains("The bundle tool", "0".repeat(64), Digests.of(BYTES));
    }

    @Test
    void saysWhyAFileCannotBeHad() throws IOException {
        assertThat(problem("/missing", "0".repeat(64)).message()).contains("answered 404");
        answer("/half", DownloadCacheTest::half);
        // what was still on its way when the connection broke may be lost
        assertThat(problem("/half", Digests.of(BYTES)).message())
                .containsPattern("the connection ended after [1-9]\\d* bytes");
        server.stop(0);
        Problem unreachable = problem("/tool.tar.gz", "0".repeat(64));
        assertThat(unreachable.code()).isEqualTo("download-failed");
        var secret = new DownloadCache.Wanted("it", "http://me:secret@127.0.0.1:9/x", "0");
        assertThatThrownBy(
                        () -> cache.get(secret, dir.resolve("scratch"), (_, _) -> {}, cancellation))
                .hasMessageContaining("http://127.0.0.1:9/x")
                .hasMessageNotContaining("secret");
        assertThat(unreachable.message()).contains("cannot be reached");
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        answer(
                "/silent",
                exchange -> {
                    half(exchange);
                    sleep();
                });
        assertThat(problem("/silent", Digests.of(BYTES)).message()).contains("connection ended");
        answer("/mute", _ -> sleep());
        assertThat(problem("/mute", Digests.of(BYTES)).message()).contains("does not answer");
    }

    @Test
    void cancelEndsADownload() throws IOException {
        answer(
                "/slow",
                exchange -> {
                    half(exchange);
                    cancellation.cancel();
                    sleep();
                });
        assertThatThrownBy(() -> get("/slow", Digests.of(BYTES)))
                .isInstanceOf(CancellationException.class);
        assertNothingLeft();
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asksTheProxyThatTheEnvironmentNames() throws Exception {
        String proxy = "127.0.0.1:" + server.getAddress().getPort();
        answer("/", DownloadCacheTest::whole);
        cache = new DownloadCache(dir.resolve("cache"), Map.of("HTTP_PROXY", "http://" + proxy));
        var wanted =
                new DownloadCache.Wanted("it", "http://files.example.org/x", Digests.of(BYTES));
        assertThat(cache.get(wanted, dir.resolve("scratch"), (_, _) -> {}, cancellation))
                .hasBinaryContent(BYTES);
        assertThat(
                        new EnvironmentProxies(
                                        Map.of("http_proxy", proxy, "no_proxy", ".example.org"))
                                .select(java.net.URI.create(wanted.url())))
                .containsExactly(java.net.Proxy.NO_PROXY);
    }
}
