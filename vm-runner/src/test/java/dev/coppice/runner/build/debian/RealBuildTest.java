package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Real builds with the host's tools and the distribution's archive. */
@Tag("vm")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RealBuildTest {

    private static final String SPEC = "packages: [htop]\n";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir Path dir;

    @BeforeEach
    void need() {
        TestStores.assumeTools();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private JobHandle<Generation> start(Store store, String rest, Consumer<JobEvent> events) {
        return new DebianBuilder(store, ProcessRunner.ofHost(), executor)
                .build(TestSpecs.request(rest, dir), events);
    }

    private Generation build(Store store, String rest) {
        JobOutcome<Generation> outcome = start(store, rest, _ -> {}).outcome().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<Generation>) outcome).value();
    }

    @Test
    void aConfigurationEditReusesAllBelow() throws Exception {
        Store store = TestStores.open(TestStores.shared());
        build(store, SPEC);
        Generation edited = build(store, SPEC + "hostname: h-" + UUID.randomUUID() + "\n");
        assertThat(edited.layers())
                .extracting(LayerRef::reused)
                .containsExactly(true, true, true, false);
        assertThat(edited.kernelVersion()).matches("[0-9]+\\.[0-9]+.*-amd64");
        for (Layer layer : store.layersOf(edited)) {
            assertThat(layer.image()).isNotEmptyFile();
        }
    }

    @Test
    void aLayerHoldsNoHostKey() throws Exception {
        Store store = TestStores.open(TestStores.shared());
        Generation made = build(store, "packages: [openssh-server]\n");
        List<String> paths = new ArrayList<>();
        for (Layer layer : store.layersOf(made)) {
            ProcessRunner.ofHost()
                    .run(
                            Command.of("unsquashfs", "-l", layer.image().toString()),
                            paths::add,
                            new Cancellation());
        }
        assertThat(paths)
                .anyMatch(path -> path.endsWith("/etc/ssh/sshd_config"))
                .anyMatch(path -> path.endsWith("ssh.service.wants/ssh-host-key.service"))
                .noneMatch(path -> path.contains("/etc/ssh/ssh_host_"));
    }

    @Test
    void aPackageThatDoesNotExistIsNamedAndAnotherSuggested() throws Exception {
        Store store = TestStores.open(TestStores.shared());
        JobOutcome<Generation> outcome =
                start(store, "packages: [ngnix]\n", _ -> {}).outcome().join();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        JobOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.problem().code()).isEqualTo("package-unknown");
                            assertThat(failed.problem().hint()).contains("nginx");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void aRepositoryWithAnotherKeyIsNamed(String release) throws Exception {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("gpg").isPresent(),
                "gpg is not installed on this host");
        SignedArchive ours = new SignedArchive(Files.createDirectory(dir.resolve("a")));
        SignedArchive theirs = new SignedArchive(Files.createDirectory(dir.resolve("b")));
        Path served = Files.createDirectory(dir.resolve("served")).toRealPath();
        HttpServer server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        served,
                        SimpleFileServer.OutputLevel.NONE);
        try {
            theirs.pool(served.resolve("pool"), "coppice-pool", "from the pool");
            server.start();
            ours.keyTo(dir.resolve("key.gpg"));
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(problem(release, url + "/pool").code()).isEqualTo("repository-key");
            assertThat(problem(release, url + "/pool").message()).contains(url + "/pool ");
            assertThat(problem(release, url + "/nothing").code()).isEqualTo("repository-missing");
            server.stop(0);
            assertThat(problem(release, url + "/pool").code()).isEqualTo("mirror-unreachable");
        } finally {
            server.stop(0);
            ours.close();
            theirs.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookworm", "trixie"})
    void aRepositoryWhoseKeyHasExpiredIsNamed(String release) throws Exception {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("gpg").isPresent(),
                "gpg is not installed on this host");
        SignedArchive old = SignedArchive.expired(Files.createDirectory(dir.resolve("o")));
        Path served = Files.createDirectory(dir.resolve("served")).toRealPath();
        HttpServer server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        served,
                        SimpleFileServer.OutputLevel.NONE);
        try {
            old.pool(served.resolve("pool"), "coppice-pool", "from the pool");
            server.start();
            old.keyTo(dir.resolve("key.gpg"));
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/pool";
            assertThat(problem(release, url).code()).isEqualTo("repository-key-expired");
        } finally {
            server.stop(0);
            old.close();
        }
    }

    private Problem problem(String release, String url) throws Exception {
        String rest =
                """
                packages: [coppice-pool]
                repositories:
                  - name: pool
                    url: %s
                    suites: [stable]
                    components: [main]
                    keySource: key.gpg
                """
                        .formatted(url);
        JobOutcome<Generation> outcome =
                new DebianBuilder(
                                TestStores.open(TestStores.shared()),
                                ProcessRunner.ofHost(),
                                executor)
                        .build(TestSpecs.request(release, rest, dir), _ -> {})
                        .outcome()
                        .join();
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return ((JobOutcome.Failed<Generation>) outcome).problem();
    }

    @Test
    void aCancelledBuildLeavesNothing() throws Exception {
        Store store = TestStores.open(dir.resolve("store"));
        CountDownLatch unpacking = new CountDownLatch(1);
        JobHandle<Generation> job =
                start(
                        store,
                        SPEC,
                        event -> {
                            if (event.toString().contains("extracting archives")) {
                                unpacking.countDown();
                            }
                        });
        assertThat(unpacking.await(5, TimeUnit.MINUTES)).isTrue();
        job.cancel();
        assertThat(job.outcome().join()).isInstanceOf(JobOutcome.Cancelled.class);
        assertEmpty(dir.resolve("store/tmp"));
        assertEmpty(dir.resolve("store/systems"));
        new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess())
                .remove(dir.resolve("store"));
    }

    @Test
    void aBuildThatIsKilledInAnyStepDoesNoHarm() throws Exception {
        Path root = dir.resolve("store");
        killWhen(root, "StepProgress[step=kernel", List.of());
        killWhen(root, "extracting archives", List.of());
        killWhen(root, "installing remaining packages", List.of());
        killWhen(root, "StepProgress[step=packages", List.of("kernel", "base"));
        Store store = TestStores.open(root);
        assertThat(store.recovery()).isNotEmpty().noneMatch(line -> line.contains("left in place"));
        assertEmpty(root.resolve("tmp"));
        Generation made = build(store, SPEC);
        assertThat(made.number()).isEqualTo(1);
        assertThat(store.layersOf(made)).hasSize(4);
        assertThat(TestStores.open(root).recovery()).isEmpty();
    }

    /** Builds in another process and kills that, and nothing but that, when a line appears. */
    private static void killWhen(Path root, String sign, List<String> kept) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                BuildProcess.class.getName(),
                                root.toString(),
                                SPEC)
                        .redirectErrorStream(true)
                        .start();
        List<ProcessHandle> children;
        StringBuilder seen = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains(sign)) {
                seen.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(line).as(seen.toString()).isNotNull();
            children = process.descendants().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
        for (ProcessHandle child : children) {
            // Nobody is left to stop them: they notice by themselves.
            child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        for (String step : kept) {
            assertThat(seen.toString()).contains("StepFinished[step=" + step);
        }
    }

    private static void assertEmpty(Path directory) throws Exception {
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).isEmpty();
        }
    }
}
