package dev.coppice.runner.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.coppice.model.packages.PackageEntry;
import dev.coppice.runner.fetch.HttpDownload;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Digests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A small archive on this computer, asked over HTTP. */
class PackageIndexesTest {

    private static final String PACKAGES =
            """
            Package: nginx
            Version: 1.22.1-9
            Installed-Size: 1342
            Pre-Depends: init-system-helpers (>= 1.54~)
            Depends: nginx-common (<< 1.22.1-9.1~) | nginx-core, libc6 (>= 2.28)
            Provides: httpd, httpd-cgi
            Section: httpd
            Priority: optional
            Description: small, powerful, scalable web/proxy server
             A second line that is not the summary.

            Package: nginx-common
            Version: 1.22.1-9
            Section: httpd
            Description: common files

            Package: init
            Version: 1.65
            Essential: yes
            Description: metapackage
            """;

    @TempDir Path folder;

    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch hangs = new CountDownLatch(1);
    private HttpServer server;
    private Archive archive;
    private PackageIndexes indexes;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    asked.add(path.substring(path.lastIndexOf('/') + 1));
                    byte[] body = files.get(path);
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
        archive = new Archive("http://127.0.0.1:" + server.getAddress().getPort(), "bookworm");
        var tools =
                new IndexTools(
                        new ListDownload(new HttpDownload(Map.of(), Duration.ofSeconds(5))),
                        new ReleaseSignature(
                                ProcessRunner.ofHost(), folder.resolve("no-keys.gpg")));
        indexes =
                new PackageIndexes(new IndexFile(folder), tools, new JobRunner(executor), now::get);
        publish(PACKAGES);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.close();
    }

    private void publish(String packages) throws IOException {
        byte[] list = xz(packages);
        files.put("/dists/bookworm/main/binary-amd64/Packages.xz", list);
        release(Digests.of(list), "bookworm");
    }

    private void release(String list, String codename) {
        String text =
                """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256

                Codename: %s
                MD5Sum:
                 00 1 main/binary-amd64/Packages.xz
                SHA256:
                 %s 1 main/binary-amd64/Packages.xz
                -----BEGIN PGP SIGNATURE-----

                none
                -----END PGP SIGNATURE-----
                """
                        .formatted(codename, list);
        files.put("/dists/bookworm/InRelease", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] xz(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new XZOutputStream(out, new LZMA2Options(1))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private CachedIndex refreshed() throws Exception {
        return value(indexes.refresh(archive, e -> {}));
    }

    private static CachedIndex value(JobHandle<CachedIndex> job) throws Exception {
        JobOutcome<CachedIndex> outcome = job.outcome().get(20, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<CachedIndex>) outcome).value();
    }

    private String code(JobHandle<CachedIndex> job) throws Exception {
        JobOutcome<CachedIndex> outcome = job.outcome().get(20, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return ((JobOutcome.Failed<CachedIndex>) outcome).problem().code();
    }

    @Test
    void aListIsReadAndKept() throws Exception {
        assertThat(indexes.cached(archive)).isEmpty();
        CachedIndex list = refreshed();
        assertThat(list.trust()).isEqualTo(Trust.CHECKSUMS);
        CachedIndex kept = indexes.cached(archive).orElseThrow();
        assertThat(kept.checked()).isEqualTo(now.get());
        assertThat(kept.index().packages()).isEqualTo(list.index().packages()).hasSize(3);
        assertThat(kept.index().find("nginx"))
                .contains(
                        new PackageEntry(
                                "nginx",
                                "1.22.1-9",
                                "httpd",
                                1342,
                                "small, powerful, scalable web/proxy server"));
        assertThat(kept.index().packages().get(1).depends())
                .containsExactly("init-system-helpers", "nginx-common", "libc6");
        assertThat(kept.index().known("httpd-cgi")).isTrue();
        assertThat(kept.index().withDependencies(List.of("nginx"))).contains("nginx-common");
        assertThat(indexes.cached(new Archive(archive.mirror() + "/x", "bookworm"))).isEmpty();
    }

    @Test
    void whatHasNotChangedIsNotFetchedAgain() throws Exception {
        refreshed();
        assertThat(indexes.fresh(indexes.cached(archive).orElseThrow())).isTrue();
        now.set(now.get().plus(Duration.ofDays(2)));
        assertThat(indexes.fresh(indexes.cached(archive).orElseThrow())).isFalse();
        asked.clear();
        assertThat(indexes.fresh(refreshed())).isTrue();
        assertThat(asked).containsExactly("InRelease");
        publish(PACKAGES + "\nPackage: htop\nDescription: viewer\n");
        assertThat(refreshed().index().find("htop")).isPresent();
    }

    @Test
    void aListThatIsNotWhatWasPromisedIsRefused() throws Exception {
        release("0".repeat(64), "bookworm");
        assertThat(code(indexes.refresh(archive, e -> {}))).isEqualTo("index-damaged");
        release("0".repeat(64), "trixie");
        assertThat(code(indexes.refresh(archive, e -> {}))).isEqualTo("index-wrong-release");
        release("nothing", "bookworm");
        assertThat(code(indexes.refresh(archive, e -> {}))).isEqualTo("index-missing");
        assertThat(indexes.cached(archive)).isEmpty();
    }

    @Test
    void withoutTheArchiveWhatIsKeptStays() throws Exception {
        refreshed();
        files.clear();
        assertThat(code(indexes.refresh(archive, e -> {}))).isEqualTo("index-unreachable");
        assertThat(indexes.cached(archive).orElseThrow().index().size()).isEqualTo(3);
    }

    @Test
    void aDownloadIsToldOfAndCanBeStopped() throws Exception {
        files.put("/dists/bookworm/main/binary-amd64/Packages.xz", new byte[0]);
        var events = Collections.synchronizedList(new ArrayList<JobEvent>());
        JobHandle<CachedIndex> job = indexes.refresh(archive, events::add);
        assertThat(hangs.await(20, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(job.outcome().get(20, TimeUnit.SECONDS))
                .isInstanceOf(JobOutcome.Cancelled.class);
        assertThat(events).hasAtLeastOneElementOfType(JobEvent.StepProgress.class);
        assertThat(indexes.cached(archive)).isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws Exception {
        refreshed();
        Path file;
        try (var kept = Files.list(folder)) {
            file = kept.filter(f -> f.toString().endsWith(".packages")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(indexes.cached(archive)).isEmpty();
    }
}
