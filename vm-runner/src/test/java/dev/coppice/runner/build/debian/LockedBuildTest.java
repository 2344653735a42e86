package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.lock.LockChange;
import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds from locks, with an archive and tools of the test's own. */
@Timeout(60)
class LockedBuildTest {

    private static final String SPEC = "packages: [tool]\n";

    @TempDir Path dir;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger downloads = new AtomicInteger();
    private HttpServer server;
    private FakeTools tools;
    private Path project;
    private DebianBuilder builder;

    @BeforeEach
    void open() throws Exception {
        tools = new FakeTools(Files.createDirectory(dir.resolve("fake")));
        project = Files.createDirectory(dir.resolve("project"));
        builder = builder("store");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    downloads.incrementAndGet();
                    byte[] bytes = exchange.getRequestURI().getPath().getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        choose("1.0-1");
    }

    private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

    private DebianBuilder builder(String store) throws Exception {
        return new DebianBuilder(
                Store.open(
                        dir.resolve(store),
                        new TreeRemover(tools.runner(), RootNamespace.ofProcess())),
                tools.runner(),
                executor);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.shutdownNow();
    }

    private String archive() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/debian-security";
    }

    /** The archive offers these versions from now on; a file's content is its path. */
    private void choose(String version) throws Exception {
        String list = "127.0.0.1_debian-security_dists_bookworm-security_main_Packages";
        tools.choose("targets", archive() + "/ bookworm-security /lists/" + list);
        tools.choose(
                "suites/127.0.0.1_debian-security_dists_bookworm-security_InRelease",
                "Origin: Debian",
                "Date: Sun,  1 Nov 2026 00:53:13 UTC",
                "Valid-Until: Sun, 08 Nov 2026 00:53:13 UTC");
        offer("base", "libc6", "2:2.36+deb12u1");
        offer("kernel", "linux-image-6.1.0-1-amd64", "6.1.1-1");
        offer("packages", "tool", version);
    }

    private void offer(String set, String name, String version) throws Exception {
        String plain = version.replaceFirst("^[0-9]+:", "");
        String path = "pool/" + name + "_" + plain + "_amd64.deb";
        String file = name + "_" + version.replace(":", "%3a") + "_amd64.deb";
        byte[] bytes = ("/debian-security/" + path).getBytes(UTF_8);
        tools.choose(
                set + ".uris",
                "'%s/%s' %s %d MD5Sum:0"
                        .formatted(archive(), path.replace("+", "%2b"), file, bytes.length));
        tools.choose(
                set + ".show",
                "Package: " + name,
                "Source: " + name + "-source (1)",
                "Version: " + version,
                "Architecture: amd64",
                "Description: words",
                " Package: none",
                "Filename: " + path,
                "Size: " + bytes.length,
                "SHA256: " + Digests.of(bytes),
                "");
    }

    private BuildRequest request(String rest) {
        return TestSpecs.request(rest, project);
    }

    private JobOutcome<Generation> outcome(DebianBuilder with, BuildRequest request) {
        return with.build(request, _ -> {}).outcome().join();
    }

    private Generation build(DebianBuilder with, BuildRequest request) {
        JobOutcome<Generation> outcome = outcome(with, request);
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<Generation>) outcome).value();
    }

    private Problem problem(DebianBuilder with, BuildRequest request) {
        JobOutcome<Generation> outcome = outcome(with, request);
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return ((JobOutcome.Failed<Generation>) outcome).problem();
    }

    private Path file() {
        return project.resolve(SystemLock.FILE);
    }

    private SystemLock lock() throws Exception {
        return LockFile.read(file()).orElseThrow();
    }

    private LockUpdate update() {
        JobOutcome<LockUpdate> outcome = builder.update(request(SPEC), _ -> {}).outcome().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<LockUpdate>) outcome).value();
    }

    @Test
    void theFirstBuildWritesTheLockAndKeepsIt() throws Exception {
        Generation made = build(builder, request(SPEC));
        SystemLock lock = lock();
        assertThat(lock.packages())
                .extracting(LockedPackage::name)
                .containsExactly("linux-image-6.1.0-1-amd64", "libc6", "tool");
        LockedPackage libc = lock.layer(LayerKind.BASE).orElseThrow().packages().getFirst();
        assertThat(libc.version()).isEqualTo("2:2.36+deb12u1");
        assertThat(libc.source()).isEqualTo("libc6-source");
        assertThat(libc.path()).isEqualTo("pool/libc6_2.36+deb12u1_amd64.deb");
        assertThat(lock.date().orElseThrow()).hasToString("2026-11-01T00:53:13Z");
        assertThat(lock.suites().getFirst().validUntil()).isPresent();
        assertThat(tools.installed("base"))
                .containsExactly(
                        libc.sha256() + " " + libc.size() + " libc6_2%3a2.36+deb12u1_amd64.deb");
        Path kept =
                Store.open(
                                dir.resolve("store"),
                                new TreeRemover(tools.runner(), RootNamespace.ofProcess()))
                        .projectFiles(made)
                        .get(SystemLock.FILE);
        assertThat(kept).hasSameTextualContentAs(file());
        assertThat(LockFile.text(LockFile.parse(LockFile.text(lock), "x")))
                .isEqualTo(Files.readString(file()));
    }

    @Test
    void newerVersionsWaitForAnUpdate() throws Exception {
        build(builder, request(SPEC));
        int before = downloads.get();
        choose("1.0-2");
        assertThat(builder.plan(request(SPEC)).steps())
                .extracting(BuildStep::cached)
                .containsOnly(true);
        build(builder, request(SPEC));
        assertThat(downloads).hasValue(before);
        assertThat(tools.resolved()).containsExactly("kernel base packages");

        LockUpdate update = update();
        assertThat(update.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.name()).isEqualTo("tool");
                            assertThat(change.before().orElseThrow().version()).isEqualTo("1.0-1");
                            assertThat(change.after().orElseThrow().version()).isEqualTo("1.0-2");
                            assertThat(change.security()).isTrue();
                        });
        assertThat(lock()).as("nothing has moved yet").isEqualTo(update.before());
        update.apply();
        assertThat(builder.plan(request(SPEC)).steps())
                .extracting(BuildStep::cached)
                .containsExactly(true, true, false, false);
        assertThat(builder.plan(request(SPEC)).steps().get(2).why())
                .isEqualTo("changed: versions of packages");
        build(builder, request(SPEC));
        assertThat(update().changes()).extracting(LockChange::name).isEmpty();
    }

    @Test
    void aPackageMoreKeepsTheVersionsOfTheBase() throws Exception {
        build(builder, request("packages: [tool]\n"));
        build(builder, request("packages: [tool, other]\n"));
        assertThat(tools.resolved()).containsExactly("kernel base packages", "packages");
    }

    @Test
    void lockedBuildsNeedNothingButTheStore() throws Exception {
        assertThat(problem(builder, request(SPEC).exactly()).code()).isEqualTo("lock-missing");
        build(builder, request(SPEC));
        server.stop(0);
        String edited = SPEC + "hostname: other\n";
        build(builder, request(edited).exactly());
        Problem outdated = problem(builder, request("packages: [other]\n").exactly());
        assertThat(outdated.code()).isEqualTo("lock-outdated");
        Problem absent = problem(builder("elsewhere"), request(SPEC).exactly());
        assertThat(absent.code()).isEqualTo("package-not-in-store");
        assertThat(absent.hint()).contains("without --locked");
        assertThat(problem(builder("elsewhere"), request(SPEC)).code())
                .isEqualTo("package-not-downloaded");
    }

    @Test
    void aDamagedLockIsNamed() throws Exception {
        Files.writeString(file(), "{\"format\": 1, \"release\": \"bookworm\"");
        Problem damaged = problem(builder, request(SPEC));
        assertThat(damaged.code()).isEqualTo("lock-damaged");
        assertThat(damaged.message()).contains(SystemLock.FILE);
        Files.writeString(file(), "{\"format\": 99}");
        assertThat(problem(builder, request(SPEC)).message()).contains("this version of Coppice");
        assertThat(builder.plan(request(SPEC)).steps()).hasSize(4);
    }

    @Test
    void anArchiveThatServesAnotherFileIsNotBelieved() throws Exception {
        build(builder, request(SPEC));
        String text = Files.readString(file());
        String hash = lock().layer(LayerKind.PACKAGES).orElseThrow().packages().getFirst().sha256();
        Files.writeString(file(), text.replace(hash, "0".repeat(64)));
        tools.forget();
        assertThat(problem(builder, request(SPEC)).code()).isEqualTo("package-hash-wrong");
    }
}
