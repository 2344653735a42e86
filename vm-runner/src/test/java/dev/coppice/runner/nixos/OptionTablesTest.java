package dev.coppice.runner.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.coppice.model.nixos.NixOption;
import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.nixos.OptionTable.Origin;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.ToolLocator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A channel on this computer, asked over HTTP; files; and scripts in the place of Nix. */
class OptionTablesTest {

    private static final String JSON =
            "{\"services.fwupd.enable\": {\"type\": \"boolean\", \"description\": \"x\"}}";

    @TempDir Path folder;

    private final Map<String, byte[]> files = new HashMap<>();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch hangs = new CountDownLatch(1);
    private HttpServer server;
    private OptionTables tables;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = files.get(exchange.getRequestURI().getPath());
                    if (body == null) {
                        exchange.sendResponseHeaders(404, -1);
                    } else if (body.length == 0) {
                        exchange.sendResponseHeaders(200, 1_000);
                        hangs.countDown();
                        return;
                    } else {
                        exchange.sendResponseHeaders(200, body.length);
                        try (OutputStream out = exchange.getResponseBody()) {
                            out.write(body);
                        }
                    }
                    exchange.close();
                });
        server.start();
        tables = tables(Map.of());
        publish(packed());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.close();
    }

    private OptionTables tables(Map<String, String> environment) {
        return new OptionTables(
                new OptionFile(folder.resolve("cache")),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                new HttpDownload(Map.of(), Duration.ofSeconds(20)),
                new NixEvaluation(
                        new ProcessRunner(
                                Map.of("PATH", "/usr/bin:/bin"),
                                new ToolLocator(List.of(folder.resolve("bin")))),
                        environment),
                new JobRunner(executor),
                now::get);
    }

    private void publish(byte[] list) {
        files.put("/nixos-26.05/options.json.br", list);
    }

    /** Made by another program: the reference encoder. */
    private static byte[] packed() throws IOException {
        try (InputStream in = OptionTablesTest.class.getResourceAsStream("options.json.br")) {
            return in.readAllBytes();
        }
    }

    private static OptionTable good(JobHandle<OptionTable> job) {
        JobOutcome<OptionTable> outcome = job.outcome().toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<OptionTable>) outcome).value();
    }

    private static Problem bad(JobHandle<OptionTable> job) {
        JobOutcome<OptionTable> outcome = job.outcome().toCompletableFuture().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return ((JobOutcome.Failed<OptionTable>) outcome).problem();
    }

    @Test
    void theChannelIsDownloadedUnpackedAndKept() {
        assertThat(tables.cached()).isEmpty();

        OptionTable table = good(tables.refresh(event -> {}));

        assertThat(table.options().all())
                .extracting(NixOption::name)
                .containsExactly("services.nginx.enable", "networking.hostName");
        assertThat(table.origin()).isEqualTo(Origin.CHANNEL);
        OptionTable again = tables(Map.of()).cached().orElseThrow();
        assertThat(again.options().all()).isEqualTo(table.options().all());
        assertThat(again.checked()).isEqualTo(now.get());
        assertThat(again.source()).isEqualTo(tables.address()).endsWith("options.json.br");
        assertThat(tables.fresh(again)).isTrue();
        now.set(now.get().plus(Duration.ofDays(8)));
        assertThat(tables.fresh(again)).isFalse();
    }

    @Test
    void whatIsKeptOutlivesAChannelThatCannotBeReached() {
        good(tables.refresh(event -> {}));
        files.clear();

        Problem problem = bad(tables.refresh(event -> {}));

        assertThat(problem.code()).isEqualTo("options-unreachable");
        assertThat(problem.message()).contains("404");
        assertThat(tables.cached()).isPresent();
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        for (byte[] wrong : List.of("<html>".getBytes(), "{}".getBytes(), new byte[] {1, 2, 3})) {
            publish(wrong);
            assertThat(bad(tables.refresh(event -> {})).code())
                    .isIn("options-wrong", "options-unusable");
        }
        byte[] half = packed();
        publish(Arrays.copyOf(half, half.length / 2));
        assertThat(bad(tables.refresh(event -> {})).code()).isEqualTo("options-unusable");
        assertThat(tables.cached()).isEmpty();
    }

    @Test
    void aFileOfAPersonStaysUntilAnotherTableIsAskedFor() throws IOException {
        Path file = folder.resolve("my options");
        Files.writeString(file, JSON);

        OptionTable table = good(tables.load(file, event -> {}));

        assertThat(table.options().find("services.fwupd.enable")).isPresent();
        now.set(now.get().plus(Duration.ofDays(1000)));
        assertThat(tables.fresh(tables.cached().orElseThrow())).isTrue();
        assertThat(good(tables.refresh(event -> {})).origin()).isEqualTo(Origin.CHANNEL);
        assertThat(tables.cached().orElseThrow().origin()).isEqualTo(Origin.CHANNEL);
        assertThat(bad(tables.load(folder.resolve("none"), event -> {})).code())
                .isEqualTo("options-missing");
        tables.forget();
        assertThat(tables.cached()).isEmpty();
    }

    @Test
    void aDamagedFileOfTheCacheCountsAsNone() throws IOException {
        good(tables.refresh(event -> {}));
        Path kept = folder.resolve("cache").resolve("26.05.options");
        byte[] bytes = Files.readAllBytes(kept);
        Files.write(kept, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(tables.cached()).isEmpty();
    }

    @Test
    void aDownloadCanBeCancelled() throws InterruptedException {
        publish(new byte[0]);
        JobHandle<OptionTable> job = tables.refresh(event -> {});
        assertThat(hangs.await(60, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(job.outcome().toCompletableFuture().join())
                .isInstanceOf(JobOutcome.Cancelled.class);
        assertThat(tables.cached()).isEmpty();
    }

    @Test
    void nixIsAskedForTheManualsTable() throws IOException {
        Path result = folder.resolve("result");
        Files.createDirectories(result.resolve("share/doc/nixos"));
        Files.writeString(result.resolve("share/doc/nixos/options.json"), JSON);
        script(
                """
                case "$*" in *'/. + "/my/nixpkgs"'*optionsJSON*) ;; *) exit 9 ;; esac
                echo "these derivations will be built:"
                echo %s
                echo "warning: something"
                """
                        .formatted(result));

        OptionTable table =
                good(tables(Map.of("COPPICE_NIXPKGS", "/my/nixpkgs")).evaluate(event -> {}));

        assertThat(table.origin()).isEqualTo(Origin.EVALUATED);
        assertThat(table.source()).isEqualTo("/my/nixpkgs");
        assertThat(tables.cached()).isPresent();
    }

    @Test
    void aFailureOfNixSaysItsLastLines() throws IOException {
        assertThat(bad(tables.evaluate(event -> {})).code()).isEqualTo("tool-missing");
        script("echo 'error: this nixpkgs needs Nix 2.18' >&2; exit 1");

        Problem problem = bad(tables.evaluate(event -> {}));

        assertThat(problem.code()).isEqualTo("options-not-evaluated");
        assertThat(problem.log()).contains("error: this nixpkgs needs Nix 2.18");
    }

    private void script(String body) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path nix = bin.resolve("nix-build");
        Files.writeString(nix, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(nix, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
