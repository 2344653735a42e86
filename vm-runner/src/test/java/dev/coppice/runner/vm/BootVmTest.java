package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.debian.DebianBuilder;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.UsKeyboard;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckResult.Verdict;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real generation, built and booted: ready, facts, checks, screen, keys, kept state, power-off.
 */
@Tag("vm")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BootVmTest {

    /** Says "first" in a machine that has no mark yet, and "second" where its mark was kept. */
    private static final String MARK =
            "if [ -e /root/mark ]; then echo not-thrown-away;"
                    + " elif [ -e /var/lib/kept/mark -a -e /srv/data/mark ]; then echo second;"
                    + " else touch /root/mark /var/lib/kept/mark /srv/data/mark; sync;"
                    + " echo first; fi";

    private static final String SPEC =
            """
            spec: 1
            name: boot-test
            base: { distribution: debian, release: bookworm }
            hostname: booted
            users:
              - { name: alice, groups: [sudo] }
            files:
              - { path: /etc/motd, content: "A wood\\n" }
            kernel: { sysctl: { vm.swappiness: "17" } }
            storage:
              persist: [/var/lib/kept]
              disks: [{ name: data, size: 64M, mount: /srv/data }]
            checks:
              - { unit: dbus.service, is: active }
              - { unit: nginx.service, is: active }
              - { file: /etc/motd, contains: "A wood" }
              - { bootsWithin: 600s }
              - { command: "%s" }
            """
                    .formatted(MARK);

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path directory;

    private QemuMachineHost host;
    private Store store;
    private Generation generation;

    @BeforeAll
    void build() throws Exception {
        MachineKit.qemu();
        ProcessRunner processes = ProcessRunner.ofHost();
        // Kept between runs: what is built once need not be built again.
        Path place = Files.createDirectories(Path.of("target", "vm-store")).toAbsolutePath();
        store = Store.open(place, new TreeRemover(processes, RootNamespace.ofProcess()));
        SystemSpec spec = spec(SPEC);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            JobOutcome<Generation> outcome =
                    new DebianBuilder(store, processes, executor)
                            .build(new BuildRequest(new SpecText(SPEC), spec, directory), _ -> {})
                            .outcome()
                            .get();
            assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
            generation = ((JobOutcome.Succeeded<Generation>) outcome).value();
        }
        host =
                new QemuMachineHost(
                        new QemuMachineHost.Places(
                                RunRoot.prepare(directory.resolve("run")),
                                directory.resolve("cache"),
                                directory.resolve("state")),
                        processes,
                        store,
                        wanted -> spec(wanted.specText()));
    }

    @AfterAll
    void stopEverything() {
        if (host != null) {
            host.close();
        }
    }

    private static SystemSpec spec(String text) {
        Analysis analysis = new Analyzer().analyze(new SpecText(text), ProjectFiles.NONE);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError(analysis.diagnostics().toString()));
    }

    private static BootRecord boot(VirtualMachine machine) throws Exception {
        Optional<BootRecord> record = machine.firstBoot().get(8, TimeUnit.MINUTES);
        return record.orElseThrow(() -> new AssertionError("failed: " + machine.problem()));
    }

    private static VmState stop(VirtualMachine machine) throws Exception {
        machine.stop();
        return machine.ended().get(2, TimeUnit.MINUTES);
    }

    @Test
    void bootsShowsReportsListensAndPowersOff() throws Exception {
        VirtualMachine machine = host.start(generation, new RunOptions(true, false));
        var screen = new Screen();
        machine.screen().orElseThrow().listen(screen);
        BootRecord record = boot(machine);
        System.out.printf(
                "boot to ready %.1f s under %s, boot times %s%n",
                record.ready().toMillis() / 1000.0, record.accelerator(), record.facts().boot());

        assertThat(machine.state()).isEqualTo(VmState.READY);
        facts(record.facts());
        assertThat(record.checks())
                .extracting(CheckResult::verdict)
                .containsExactly(
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.PASSED,
                        Verdict.PASSED,
                        Verdict.PASSED);
        assertThat(store.generations().find("boot-test", generation.number()))
                .flatMap(Generation::boot)
                .hasValueSatisfying(
                        kept -> {
                            assertThat(kept.facts()).isEqualTo(record.facts());
                            assertThat(kept.screenshot()).isPresent();
                        });
        assertThat(machine.serial().scrollback()).contains("login:");
        assertThat(screen.lit.get()).as("pixels of the login prompt").isGreaterThan(500);

        int before = screen.lit.get();
        UsKeyboard.type(machine.screen().orElseThrow(), "mmmmmmmm", 60);
        for (int i = 0; i < 100 && screen.lit.get() < before + 200; i++) {
            Thread.sleep(50);
        }
        assertThat(screen.lit.get()).as("typed letters").isGreaterThanOrEqualTo(before + 200);

        assertThat(stop(machine)).isEqualTo(VmState.STOPPED);
        // A host that is too busy to boot soon powers off later than the ladder waits.
        if (record.ready().compareTo(SOON) < 0) {
            assertThat(machine.serial().scrollback())
                    .as("the system powered itself off")
                    .contains("reboot: Power down");
        }
        assertThat(host.running()).isEmpty();
    }

    private void facts(Facts facts) {
        assertThat(facts.hostname()).isEqualTo("booted");
        assertThat(facts.kernel()).isEqualTo(generation.kernelVersion());
        assertThat(facts.osRelease()).contains("bookworm");
        assertThat(facts.packages())
                .extracting(Facts.PackageFact::name)
                .contains("systemd", "qemu-guest-agent");
        assertThat(facts.units())
                .anyMatch(u -> u.name().equals("dbus.service") && u.active().equals("active"));
        assertThat(facts.users())
                .anyMatch(u -> u.name().equals("alice") && u.groups().contains("sudo"));
        assertThat(facts.sysctl()).containsEntry("vm.swappiness", "17");
        assertThat(facts.boot()).containsKeys("kernel", "userspace", "total");
        assertThat(facts.systemState()).isEqualTo("running");
    }

    @Test
    void keepsStateOnlyWhereItIsAskedTo() throws Exception {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            VirtualMachine machine = host.start(generation, new RunOptions(false, true));
            marks.add(boot(machine).checks().getLast().detail());
            assertThat(stop(machine)).isEqualTo(VmState.STOPPED);
        }
        assertThat(marks).containsExactly("exit code 0: first", "exit code 0: second");
    }

    /** Counts the pixels that are not black. */
    private static final class Screen implements ScreenSource.Listener {
        final AtomicInteger lit = new AtomicInteger();

        @Override
        public void resized(int width, int height) {}

        @Override
        public void updated(int[] pixels, int x, int y, int width, int height) {
            int count = 0;
            for (int pixel : pixels) {
                count += (pixel & 0xFFFFFF) != 0 ? 1 : 0;
            }
            lit.set(count);
        }
    }
}
