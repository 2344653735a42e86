package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.ansible.AnsibleExporter;
import dev.coppice.model.export.cloudinit.CloudInitExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.debian.DebianBuilder;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.compare.ComparisonText;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.compare.GenerationComparison.Topic;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckRunner;
import dev.coppice.runner.guest.FactCollector;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.guest.GuestShell;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;
import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * What is exported makes the same machine of a plain Debian as Coppice builds by itself: proven by
 * cloud-init and by Ansible, in machines, with our own comparison.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ExportedVmTest {

    /** What the plain system has, so that both ways begin with it. */
    private static final String PLAIN = "cloud-init, openssh-server, python3-apt, sudo";

    private static final Duration LONG = Duration.ofMinutes(20);

    /** Facts are asked for at once: what happens in the machine then takes its time. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final String SEEDED = "has a seed in one of the machines only";

    /** What differs because cloud-init has run, by unit. */
    private static final Map<String, String> CLOUD_INIT_RUNS =
            Map.of(
                    "cloud-config.service",
                    SEEDED,
                    "cloud-final.service",
                    SEEDED,
                    "cloud-init-hotplugd.service",
                    SEEDED,
                    "cloud-init-hotplugd.socket",
                    SEEDED,
                    "cloud-init-local.service",
                    SEEDED,
                    "cloud-init-main.service",
                    SEEDED,
                    "cloud-init-network.service",
                    SEEDED,
                    "apt-daily.service",
                    "is named by cloud-config.service, which runs before it; it does not run");

    /** What differs because Ansible's connection is open while the machine is asked, by unit. */
    private static final Map<String, String> ANSIBLE_IS_LOGGED_IN =
            Map.of(
                    "user@0.service",
                    "the session of root, whom Ansible is",
                    "user-runtime-dir@0.service",
                    "that session's folder");

    @TempDir Path directory;

    private final ProcessRunner processes = ProcessRunner.ofHost();
    private final List<QemuMachine> machines = new ArrayList<>();
    private ToolRoot tools;
    private Store store;
    private QemuMachineHost host;
    private int port;
    private Path key;

    @BeforeEach
    void prepare() throws Exception {
        MachineKit.qemu();
        tools = ToolRoot.ofTests();
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
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        key = directory.resolve("key");
        Ran made =
                in(
                        directory,
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-C",
                        "test",
                        "-f",
                        key.toString());
        assertThat(made.ok()).as(made.toString()).isTrue();
    }

    @AfterEach
    void stopEverything() {
        for (QemuMachine machine : machines) {
            machine.kill();
            machine.ended().completeOnTimeout(null, 60, TimeUnit.SECONDS).join();
        }
        host.close();
    }

    @Test
    @Tag("nightly")
    void cloudInitMakesTheMachineThatCoppiceBuilds() throws Exception {
        String text = text("exported.yaml");
        Generation built = booted(build(text));

        Path seed = export(new CloudInitExporter(), text);
        Ran iso = in(seed, "sh", seed.resolve("seed.sh").toString());
        assertThat(iso.ok()).as(iso.toString()).isTrue();
        Generation plain = build(text("plain.yaml"));
        QemuMachine machine =
                start(plain, spec(text), Optional.of(seed.resolve("seed.iso")), true, MOMENT);
        long start = System.nanoTime();
        Optional<BootRecord> first = machine.firstBoot().get(20, TimeUnit.MINUTES);
        assertThat(first).as(() -> "failed: " + machine.problem()).isPresent();
        awaitReboot(machine);
        System.out.printf(
                "exported: cloud-init had made the machine after %.0f s%n",
                (System.nanoTime() - start) / 1e9);

        Generation made = asked(machine, plain, first.get(), spec(text));
        assertThat(made.boot().orElseThrow().checks())
                .filteredOn(check -> check.verdict() != CheckResult.Verdict.PASSED)
                .isEmpty();
        assertSame(built, made, CLOUD_INIT_RUNS);
    }

    /**
     * @param tolerated the units, with the reason, whose states are of the way and not of the
     *     system
     */
    private static void assertSame(
            Generation built, Generation made, Map<String, String> tolerated) {
        GenerationComparison compared =
                Comparer.compare(
                        new Comparer.Side(built, List.of()),
                        new Comparer.Side(made, List.of()),
                        List.of());
        System.out.println(ComparisonText.of(compared));
        for (Topic topic : List.of(Topic.PACKAGES, Topic.PORTS, Topic.USERS, Topic.KERNEL)) {
            assertThat(compared.section(topic).rows()).as("%s", topic).isEmpty();
        }
        assertThat(compared.section(Topic.UNITS).rows())
                .filteredOn(row -> !tolerated.containsKey(row.subject()))
                .as("units")
                .isEmpty();
        assertThat(compared.section(Topic.CHECKS).rows()).as("checks").isEmpty();
        Facts facts = made.boot().orElseThrow().facts();
        assertThat(facts.hostname()).isEqualTo(built.boot().orElseThrow().facts().hostname());
        assertThat(facts.systemState()).isEqualTo("running");
    }

    /**
     * The second run of a playbook finds nothing to do, and its checks hold. Every task is a Python
     * program on an emulated processor: 20 minutes in all, too many for each change.
     */
    @Test
    @Tag("nightly")
    void ansibleMakesTheMachineThatCoppiceBuilds() throws Exception {
        String text = text("exported.yaml");
        Generation built = booted(build(text));

        Path book = export(new AnsibleExporter(), text);
        Generation plain = build(text("plain.yaml"));
        QemuMachine machine = start(plain, spec(text), Optional.empty(), false, MOMENT);
        Optional<BootRecord> first = machine.firstBoot().get(20, TimeUnit.MINUTES);
        assertThat(first).as(() -> "failed: " + machine.problem()).isPresent();

        String once = play(book, "playbook.yml");
        assertThat(changes(once)).as(once).isPositive();
        String twice = play(book, "playbook.yml");
        assertThat(changes(twice)).as(twice).isZero();
        play(book, "checks.yml");

        Generation made = asked(machine, plain, first.get(), spec(text));
        assertSame(built, made, ANSIBLE_IS_LOGGED_IN);
    }

    private String play(Path book, String file) throws Exception {
        long start = System.nanoTime();
        Ran ran =
                in(
                        book,
                        "env",
                        "ANSIBLE_HOST_KEY_CHECKING=false",
                        "ANSIBLE_PIPELINING=true",
                        "ANSIBLE_TIMEOUT=120",
                        "ANSIBLE_NOCOLOR=true",
                        "ansible-playbook",
                        "-i",
                        "127.0.0.1:" + port + ",",
                        "-u",
                        "root",
                        "--private-key",
                        key.toString(),
                        "-e",
                        "ansible_python_interpreter=/usr/bin/python3",
                        book.resolve(file).toString());
        System.out.printf("exported: %s took %.0f s%n", file, (System.nanoTime() - start) / 1e9);
        assertThat(ran.ok()).as("%s: %s", file, ran).isTrue();
        return ran.output();
    }

    private static int changes(String output) {
        var matcher = Pattern.compile("changed=(\\d+)").matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** Waits until the machine has started again by itself, and has done all that belongs to it. */
    private static void awaitReboot(QemuMachine machine) throws Exception {
        String boot = "cat /proc/sys/kernel/random/boot_id";
        String first = shell(machine).run(boot, Duration.ofSeconds(60)).output();
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            try {
                if (!shell(machine).run(boot, Duration.ofSeconds(60)).output().equals(first)) {
                    break;
                }
            } catch (IOException | TimeoutException _) {
                // On its way down or up.
            }
            assertThat(System.nanoTime()).as("the machine has not started again").isLessThan(end);
            TimeUnit.SECONDS.sleep(2);
        }
        new FactCollector(shell(machine), List.of()).settle(Duration.ofMinutes(10));
    }

    /** The generation with what the machine, which something else has made, tells of itself. */
    private static Generation asked(
            QemuMachine machine, Generation plain, BootRecord first, SystemSpec spec)
            throws Exception {
        GuestShell shell = shell(machine);
        Facts facts = new FactCollector(shell, spec.kernel().sysctl().keySet()).collect();
        List<CheckResult> checks =
                new CheckRunner(shell, Duration.ofMinutes(1), Duration.ofSeconds(1))
                        .run(spec.checks(), first.ready(), (_, _) -> {});
        return with(
                plain,
                new BootRecord(
                        Instant.now(),
                        first.ready(),
                        first.accelerator(),
                        facts,
                        checks,
                        Optional.empty()));
    }

    private Generation booted(Generation generation) throws Exception {
        QemuMachine machine =
                start(generation, spec(generation.specText()), Optional.empty(), false, LONG);
        Optional<BootRecord> record = machine.firstBoot().get(30, TimeUnit.MINUTES);
        assertThat(record).as(() -> "failed: " + machine.problem()).isPresent();
        machine.kill();
        machine.ended().get(1, TimeUnit.MINUTES);
        System.out.printf("exported: built, ready in %.0f s%n", seconds(record.get()));
        assertThat(record.get().checks())
                .filteredOn(check -> check.verdict() != CheckResult.Verdict.PASSED)
                .isEmpty();
        return with(generation, record.get());
    }

    private static double seconds(BootRecord record) {
        return record.ready().toMillis() / 1000.0;
    }

    private static Generation with(Generation of, BootRecord record) {
        return new Generation(
                of.system(),
                of.number(),
                of.created(),
                of.specText(),
                of.layers(),
                of.kernelVersion(),
                of.buildTime(),
                of.directory(),
                Optional.of(record));
    }

    /**
     * A machine, with more patience than a person has.
     *
     * @param settle how long it may take to come to rest before it is asked
     */
    private QemuMachine start(
            Generation generation,
            SystemSpec spec,
            Optional<Path> seed,
            boolean kept,
            Duration settle)
            throws Exception {
        List<Layer> layers = store.layersOf(generation);
        Layer kernel =
                layers.stream().filter(it -> it.kind() == LayerKind.KERNEL).findFirst().get();
        Optional<VmConfig.Disk> state =
                kept
                        ? Optional.of(
                                new StateDisk(directory.resolve("state"), processes)
                                        .of(generation.system()))
                        : Optional.empty();
        var boot =
                new BootSource.Layers(
                        kernel.vmlinuz(),
                        kernel.initrd(),
                        layers.reversed().stream()
                                .map(it -> new VmConfig.Disk(it.serial(), it.image()))
                                .toList(),
                        state);
        var config =
                new VmConfig(
                        generation.system(),
                        boot,
                        seed.stream()
                                .map(
                                        file ->
                                                new VmConfig.DataDisk(
                                                        new VmConfig.Disk("seed", file), false))
                                .toList(),
                        List.of(),
                        1024,
                        2,
                        1,
                        spec.machine().forwards(),
                        false);
        RunDirectory home = RunDirectory.create(RunRoot.prepare(directory.resolve("run")));
        var options = new RunOptions(false, kept);
        var choice = host.accelerator();
        var order =
                new QemuMachine.Order(home.id(), generation, options, spec(generation.specText()));
        var parts =
                new MachineLife.Parts(
                        order,
                        config,
                        MachineKit.qemu(),
                        choice.accelerator(),
                        new MachineTimes(
                                LONG,
                                settle,
                                settle,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(9)),
                        home,
                        directory.resolve("screenshot.png"),
                        _ -> {},
                        () -> {});
        QemuMachine machine = QemuMachine.start(order, choice, new MachineLife(parts));
        machines.add(machine);
        return machine;
    }

    private static GuestShell shell(VirtualMachine machine) {
        return (script, timeout) -> {
            try {
                return machine.run(script, timeout).get(timeout.toSeconds() + 60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException io -> throw io;
                    case TimeoutException late -> throw late;
                    case InterruptedException _ -> throw new InterruptedIOException();
                    default -> throw new IOException(e.getCause());
                }
            }
        };
    }

    private Path export(Exporter exporter, String text) throws Exception {
        var schema = new SpecSchema();
        ExportInput input =
                ExportInput.of(
                                schema,
                                new Analyzer(schema).analyze(new SpecText(text), ProjectFiles.NONE),
                                ProjectFiles.NONE)
                        .orElseThrow();
        Path folder = Files.createDirectory(directory.resolve(exporter.id()));
        for (ExportedFile file : exporter.export(input).files()) {
            if (file instanceof ExportedFile.Text written) {
                Path place = folder.resolve(written.path());
                Files.createDirectories(place.getParent());
                Files.writeString(place, written.content());
            }
        }
        return folder;
    }

    private Ran in(Path folder, String... argv) throws Exception {
        return tools.run(List.of(directory, folder), List.of(argv));
    }

    private Generation build(String text) throws Exception {
        Path project = Files.createDirectories(directory.resolve("project"));
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
        Analysis analysis = new Analyzer().analyze(new SpecText(text), ProjectFiles.NONE);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
    }

    private String text(String name) throws IOException {
        try (InputStream in = ExportedVmTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PLAIN", PLAIN)
                    .replace("PORT", Integer.toString(port))
                    .replace("KEY", Files.readString(Path.of(key + ".pub")).strip());
        }
    }
}
