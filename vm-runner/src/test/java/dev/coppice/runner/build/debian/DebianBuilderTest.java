package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@Timeout(60)
class DebianBuilderTest {

    private static final String WEB = "packages: [nginx, htop]\n";

    private static final String HASH = "0".repeat(64);

    @TempDir Path dir;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    private FakeTools tools;
    private Store store;
    private DebianBuilder builder;

    @BeforeEach
    void open() throws Exception {
        tools = new FakeTools(Files.createDirectory(dir.resolve("fake")));
        store =
                Store.open(
                        dir.resolve("store"),
                        new TreeRemover(tools.runner(), RootNamespace.ofProcess()));
        builder = new DebianBuilder(store, tools.runner(), executor);
        Files.createDirectory(dir.resolve("project"));
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private JobHandle<Generation> start(String rest) {
        events.clear();
        return builder.build(TestSpecs.request(rest, dir.resolve("project")), events::add);
    }

    private Generation build(String rest) {
        JobOutcome<Generation> outcome = start(rest).outcome().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<Generation>) outcome).value();
    }

    private Problem failure(String rest) throws Exception {
        JobOutcome<Generation> outcome = start(rest).outcome().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        assertThat(entries("tmp")).isEmpty();
        assertThat(entries("leases")).isEmpty();
        assertThat(store.generations().list("test")).isEmpty();
        return ((JobOutcome.Failed<Generation>) outcome).problem();
    }

    private List<BuildStep> plan(String rest) {
        return builder.plan(TestSpecs.request(rest, dir.resolve("project"))).steps();
    }

    private List<Path> entries(String part) throws Exception {
        try (Stream<Path> all = Files.list(dir.resolve("store").resolve(part))) {
            return all.toList();
        }
    }

    @Test
    void theFirstBuildMakesEveryLayer() throws Exception {
        assertThat(plan(WEB)).extracting(BuildStep::cached).containsOnly(false);
        Generation made = build(WEB);
        assertThat(tools.ran()).containsExactlyInAnyOrder("kernel", "base", "packages", "config");
        assertThat(made.layers())
                .extracting(LayerRef::kind)
                .containsExactly(
                        LayerKind.KERNEL, LayerKind.BASE, LayerKind.PACKAGES, LayerKind.CONFIG);
        assertThat(made.layers()).extracting(LayerRef::reused).containsOnly(false);
        assertThat(made.kernelVersion()).isEqualTo("6.1.0");
        assertThat(made.specText()).isEqualTo(TestSpecs.HEAD + WEB);
        assertThat(store.generations().log(made))
                .contains("base: coppice: working", "packages: done in ");
        assertThat(store.layersOf(made).getFirst().initrd()).exists();
        assertThat(entries("tmp")).isEmpty();
        assertThat(entries("leases")).isEmpty();
    }

    @Test
    void aConfigurationEditRemakesOnlyTheTopLayer() throws Exception {
        build(WEB);
        tools.forget();
        String edited = WEB + "hostname: other\n";
        List<BuildStep> plan = plan(edited);
        assertThat(plan).extracting(BuildStep::cached).containsExactly(true, true, true, false);
        assertThat(plan.getLast().why()).isEqualTo("changed: hostname");
        Generation made = build(edited);
        assertThat(tools.ran()).containsExactly("config");
        assertThat(made.layers())
                .extracting(LayerRef::digest)
                .containsExactlyElementsOf(plan.stream().map(BuildStep::digest).toList());
        assertThat(events)
                .filteredOn(
                        e -> e instanceof JobEvent.StepFinished f && f.end() == JobEvent.End.REUSED)
                .hasSize(3);
        tools.forget();
        assertThat(build(edited).number()).isEqualTo(3);
        assertThat(tools.ran()).isEmpty();
    }

    @Test
    void aPackageMoreKeepsKernelAndBase() throws Exception {
        build(WEB);
        tools.forget();
        List<BuildStep> plan = plan("packages: [nginx, htop, tmux]\n");
        assertThat(plan).extracting(BuildStep::cached).containsExactly(true, true, false, false);
        assertThat(plan.get(2).why()).isEqualTo("changed: packages");
        assertThat(plan.get(3).why()).isEqualTo("changed: the layer below");
        build("packages: [nginx, htop, tmux]\n");
        assertThat(tools.ran()).containsExactly("packages", "config");
        assertThat(plan("packages: [htop, nginx]\n"))
                .as("the order of packages means nothing")
                .extracting(BuildStep::cached)
                .containsOnly(true);
    }

    @Test
    void settingsBringTheirPackages() {
        assertThat(plan("hostname: x\n")).hasSize(3);
        assertThat(plan("locale: de_DE.UTF-8\n"))
                .extracting(BuildStep::title)
                .contains("Install locales");
        assertThat(plan("keyboard: de\n")).hasSize(4);
        assertThat(plan("network: { firewall: { allowTcp: [22] } }\n"))
                .extracting(BuildStep::title)
                .contains("Install nftables");
    }

    @Test
    void aProjectFilesBytesCount() throws Exception {
        String rest = "files: [{ path: /etc/page, source: page }]\n";
        Path page = Files.writeString(dir.resolve("project/page"), "one");
        Generation first = build(rest);
        assertThat(plan(rest)).extracting(BuildStep::cached).containsOnly(true);
        Files.writeString(page, "two");
        assertThat(plan(rest).getLast().why()).isEqualTo("changed: project files");
        assertThat(store.projectFiles(first).get("page")).hasContent("one");
        build(rest);
        Files.delete(page);
        JobOutcome<Generation> outcome = start(rest).outcome().join();
        assertThat(((JobOutcome.Failed<Generation>) outcome).problem().code())
                .isEqualTo("project-file-missing");
    }

    @Test
    void includedTextsAreKeptAsTheyWereRead() throws Exception {
        Path project = dir.resolve("project");
        Files.writeString(project.resolve("common.yaml"), "packages: []\n# newer\n");
        BuildRequest plain = TestSpecs.request("", project);
        var request =
                new BuildRequest(
                        plain.text(),
                        plain.spec(),
                        project,
                        new TreeMap<>(Map.of("common.yaml", "packages: []\n")));

        JobOutcome<Generation> outcome = builder.build(request, _ -> {}).outcome().join();

        Generation made = ((JobOutcome.Succeeded<Generation>) outcome).value();
        assertThat(store.projectFiles(made).get("common.yaml")).hasContent("packages: []\n");
    }

    @Test
    void aBundleIsALayerOfItsOwn() throws Exception {
        Path file = Files.writeString(dir.resolve("project/tool"), "one");
        String bundles = "bundles: [{ name: tool, source: tool, files: [FILE] }]\n";
        String rest = bundles.replace("FILE", "{ from: tool, to: /usr/local/bin/tool }");
        assertThat(plan(rest).get(2).title()).isEqualTo("Add the bundle tool");
        Generation first = build(rest);
        assertThat(first.layers())
                .extracting(LayerRef::kind)
                .containsExactly(
                        LayerKind.KERNEL, LayerKind.BASE, LayerKind.BUNDLES, LayerKind.CONFIG);
        assertThat(plan(rest + "hostname: other\n"))
                .extracting(BuildStep::cached)
                .containsExactly(true, true, true, false);
        Files.writeString(file, "two");
        assertThat(plan(rest).get(2).why()).isEqualTo("changed: project files");
        assertThat(store.projectFiles(first).get("tool")).hasContent("one");
        Problem missing = problem(bundles.replace("FILE", "{ from: tol, to: /bin/tool }"));
        assertThat(missing.code()).isEqualTo("bundle-file-missing");
        assertThat(missing.hint()).contains("Did you mean tool?");
        Problem wrong = problem(rest.replace("source:", "sha256: \"" + HASH + "\", source:"));
        assertThat(wrong.code()).isEqualTo("hash-wrong");
        assertThat(wrong.message()).contains(HASH, Digests.of("two"));
    }

    private Problem problem(String rest) {
        JobOutcome<Generation> outcome = start(rest).outcome().join();
        assertThat(outcome).isInstanceOf(JobOutcome.Failed.class);
        return ((JobOutcome.Failed<Generation>) outcome).problem();
    }

    @Test
    void aBundleIsDownloadedOnceAndCancelStopsThat() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext(
                "/tool",
                exchange -> {
                    exchange.sendResponseHeaders(200, 3);
                    exchange.getResponseBody().write("one".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.createContext("/slow", _ -> asked.countDown());
        server.start();
        String rest = "bundles: [{ name: tool, url: \"http://127.0.0.1:%d%s\", sha256: \"%s\" }]\n";
        int port = server.getAddress().getPort();
        try {
            JobHandle<Generation> job = start(rest.formatted(port, "/slow", HASH));
            asked.await();
            job.cancel();
            assertThat(job.outcome().join()).isInstanceOf(JobOutcome.Cancelled.class);
            assertThat(entries("tmp")).isEmpty();
            build(rest.formatted(port, "/tool", Digests.of("one")));
        } finally {
            server.stop(0);
        }
        assertThat(plan(rest.formatted(port, "/elsewhere/tool", Digests.of("one"))))
                .as("the same file from another place")
                .extracting(BuildStep::cached)
                .containsOnly(true);
        tools.forget();
        build(
                "hostname: other\nbundles: [{ name: t2, url: \"http://127.0.0.1:"
                        + port
                        + "/tool\", sha256: \""
                        + Digests.of("one")
                        + "\" }]\n");
        assertThat(tools.ran()).as("offline, from what is here").hasSize(2);
    }

    @Test
    void sizesOfDisksAreTheMachinesAndRemakeNothing() {
        String rest = "storage: { swap: SIZE, disks: [{ name: d, size: SIZE, mount: /srv/d }] }\n";
        build(rest.replace("SIZE", "64M"));
        assertThat(plan(rest.replace("SIZE", "128M")))
                .extracting(BuildStep::cached)
                .containsOnly(true);
    }

    @Test
    void theWorldsFailuresAreProblemsAndTheStoreStaysGood() throws Exception {
        tools.fail("packages", "E: Unable to locate package ngnix");
        tools.knownPackages("nginx", "htop");
        Problem unknown = failure(WEB);
        assertThat(unknown.code()).isEqualTo("package-unknown");
        assertThat(unknown.hint()).contains("nginx");
        tools.fail("packages");
        tools.fail("config", "FATAL ERROR: Failed to write: No space left on device");
        assertThat(failure(WEB).code()).isEqualTo("disk-full");
        tools.fail("config");
        tools.forget();
        build(WEB);
        assertThat(tools.ran()).as("finished layers were kept").containsExactly("config");
    }

    @Test
    void whenOneLaneFailsTheOtherStops() throws Exception {
        tools.hang("kernel");
        tools.fail("base", "E: Failed to fetch http://x: Could not connect to x");
        assertThat(failure(WEB).code()).isEqualTo("mirror-unreachable");
        assertThat(events)
                .filteredOn(e -> e instanceof JobEvent.StepFinished && !e.step().equals("lock"))
                .extracting(e -> e.step() + " " + ((JobEvent.StepFinished) e).end())
                .containsExactlyInAnyOrder("base FAILED", "kernel FAILED");
    }

    @Test
    void aMissingToolIsNamedWithItsPackage() throws Exception {
        tools.remove("mksquashfs");
        Problem problem = failure(WEB);
        assertThat(problem.code()).isEqualTo("tool-missing");
        assertThat(problem.message()).contains("mksquashfs", "squashfs-tools");
        assertThat(problem.hint()).isEqualTo("sudo apt-get install squashfs-tools");
        assertThat(tools.ran()).isEmpty();
    }

    @Test
    void refusedNamespacesAreExplained() throws Exception {
        tools.refuseNamespaces("unshare: unshare failed: Operation not permitted");
        Problem problem = failure(WEB);
        assertThat(problem.code()).isEqualTo("namespaces-unavailable");
        assertThat(problem.log())
                .containsExactly("unshare: unshare failed: Operation not permitted");
        assertThat(problem.hint()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "base", "packages"})
    void cancelLeavesNothingBehind(String step) throws Exception {
        tools.hang(step);
        JobHandle<Generation> job = start(WEB);
        tools.awaitHanging(step);
        job.cancel();
        assertThat(job.outcome().join()).isInstanceOf(JobOutcome.Cancelled.class);
        assertThat(events)
                .filteredOn(e -> e instanceof JobEvent.StepFinished && e.step().equals(step))
                .extracting(e -> ((JobEvent.StepFinished) e).end())
                .containsExactly(JobEvent.End.CANCELLED);
        assertThat(entries("tmp")).isEmpty();
        assertThat(entries("leases")).isEmpty();
        assertThat(store.generations().list("test")).isEmpty();
        tools.work(step);
        assertThat(build(WEB).number()).isEqualTo(1);
    }

    @Test
    void forecastsComeFromThisHostsHistory() {
        BuildStep unknown = plan(WEB).getFirst();
        assertThat(unknown.expected()).isPositive();
        build(WEB);
        BuildStep known = plan(WEB.replace("htop", "tmux")).get(2);
        assertThat(known.expected()).isLessThan(unknown.expected());
        assertThat(known.expectedBytes()).isPositive();
    }
}
