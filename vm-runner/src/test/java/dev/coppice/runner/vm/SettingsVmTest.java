package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.debian.DebianBuilder;
import dev.coppice.runner.build.debian.SignedArchive;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A machine with every setting that a spec knows, in which checks look at each from inside, and the
 * command that Coppice offers to prove each of them does. An archive of packages, a bundle and an
 * image of a container are made here and served on loopback.
 */
@Tag("vm")
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class SettingsVmTest {

    @TempDir Path directory;

    private final ProcessRunner processes = ProcessRunner.ofHost();
    private Path project;
    private Path served;
    private HttpServer server;
    private SignedArchive archive;
    private Store store;
    private QemuMachineHost host;

    @BeforeEach
    void prepare() throws Exception {
        MachineKit.qemu();
        Assumptions.assumeTrue(
                processes.tools().find("gpg").isPresent(), "gpg is not installed on this host");
        project = Files.createDirectory(directory.resolve("project"));
        served = Files.createDirectory(directory.resolve("served"));
        server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        served.toRealPath(),
                        SimpleFileServer.OutputLevel.NONE);
        server.start();
        // Kept between runs: what is built once need not be built again.
        Path place = Files.createDirectories(Path.of("target", "vm-store")).toAbsolutePath();
        store = Store.open(place, new TreeRemover(processes, RootNamespace.ofProcess()));
        host =
                new QemuMachineHost(
                        new QemuMachineHost.Places(
                                RunRoot.prepare(directory.resolve("run")),
                                directory.resolve("cache"),
                                directory.resolve("state")),
                        processes,
                        store,
                        wanted -> spec(wanted.specText()));
        archive = new SignedArchive(Files.createDirectory(directory.resolve("gpg")));
    }

    @AfterEach
    void stopEverything() throws Exception {
        if (host != null) {
            host.close();
        }
        if (archive != null) {
            archive.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trixie", "bookworm"})
    void everySettingHoldsInTheMachine(String release) throws Exception {
        packages();
        String sha256 = greeter();
        pages();
        image(release);
        String text =
                resource()
                        .replace("RELEASE", release)
                        .replace("URL", "http://127.0.0.1:" + server.getAddress().getPort())
                        .replace("SHA256", sha256)
                        .replace("KEY", archive.key().strip().replace("\n", "\n      "));

        Generation generation = build(text);
        VirtualMachine machine = host.start(generation, new RunOptions(false, false));
        Optional<BootRecord> record = machine.firstBoot().get(12, TimeUnit.MINUTES);

        assertThat(record).as(() -> "failed: " + machine.problem()).isPresent();
        System.out.printf(
                "settings of %s: boot to ready %.1f s under %s%n",
                release, record.get().ready().toMillis() / 1000.0, record.get().accelerator());
        assertThat(record.get().checks())
                .filteredOn(check -> check.verdict() != CheckResult.Verdict.PASSED)
                .isEmpty();
        assertThat(record.get().facts().systemState()).isEqualTo("running");
        assertThat(record.get().facts().units())
                .filteredOn(unit -> unit.active().equals("active"))
                .extracting(Facts.UnitFact::name)
                .contains("srv-data.mount", "web.service", "tick.timer");
        assertThat(new ProvenFields(machine, text).failures()).isEmpty();
        machine.kill();
        machine.ended().get(1, TimeUnit.MINUTES);
    }

    private Generation build(String text) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            JobOutcome<Generation> outcome =
                    new DebianBuilder(store, processes, executor)
                            .build(
                                    new BuildRequest(new SpecText(text), spec(text), project),
                                    _ -> {})
                            .outcome()
                            .get();
            assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
            return ((JobOutcome.Succeeded<Generation>) outcome).value();
        }
    }

    private static SystemSpec spec(String text) {
        ProjectFiles anything = _ -> Optional.of(1L);
        Analysis analysis = new Analyzer().analyze(new SpecText(text), anything);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
    }

    private static String resource() throws IOException {
        try (InputStream in = SettingsVmTest.class.getResourceAsStream("settings.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void packages() throws Exception {
        archive.pool(served.resolve("pool"), "coppice-pool", "from the pool");
        archive.flat(served.resolve("flat"), "coppice-flat", "from the flat archive");
        archive.keyTo(Files.createDirectory(project.resolve("keys")).resolve("flat.gpg"));
    }

    /** An archive as people pack them: one directory around all, a program, a unit. */
    private String greeter() throws Exception {
        Path tree = Files.createDirectories(directory.resolve("greeter-1"));
        Path program = Files.createDirectory(tree.resolve("bin")).resolve("greet");
        Files.writeString(program, "#!/bin/sh\necho hello from a bundle\n");
        Files.writeString(
                Files.createDirectory(tree.resolve("systemd")).resolve("greeter.service"),
                """
                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=/usr/local/bin/greet
                [Install]
                WantedBy=multi-user.target
                """);
        Path file = served.resolve("greeter-1.tar.xz");
        Command tar =
                Command.of("tar", "-C", directory.toString(), "-cJf", file.toString(), "greeter-1");
        assertThat(processes.run(tar, _ -> {}, new Cancellation()).ok()).isTrue();
        return Digests.of(file);
    }

    private void pages() throws IOException {
        Path file = Files.createDirectory(project.resolve("vendor")).resolve("pages.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("a page of the project\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void image(String release) throws Exception {
        String head = "spec: 1\nname: plain-" + release + "\n";
        String base = "base: { distribution: debian, release: " + release + " }\n";
        Layer kernel = store.layersOf(build(head + base)).getFirst();
        Path images = Files.createDirectory(project.resolve("images"));
        byte[] busybox = TestImage.busybox(kernel.initrd());
        new TestImage().write(images.resolve("web.tar"), "localhost/web:1", busybox);
    }
}
