package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds that are killed at random points. Eight run side by side in a process of their own, which
 * is killed after a random number of the lines that it prints, so that each kill is the death of
 * eight builds; every tenth kill one of the eight installs packages, with namespaces and mounts.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class KilledBuildsTest {

    private static final long SEED = 20_261_130L;
    private static final int LANES = 8;
    private static final int MOST_LINES = 60;
    private static final int PACKAGES_EVERY = 10;
    private static final String PACKAGES = "packages: [htop]\n";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(SEED);

    @TempDir Path dir;
    private Path root;

    @BeforeEach
    void begin() throws Exception {
        TestStores.assumeTools();
        root = dir.resolve("store");
        Store shared = TestStores.open(TestStores.shared());
        Generation base = build(shared, PACKAGES);
        // Linked, not copied: the kernel and the base are made once for all tests.
        Files.createDirectories(root.resolve("layers"));
        for (LayerRef layer : base.layers()) {
            if (layer.kind() == LayerKind.KERNEL || layer.kind() == LayerKind.BASE) {
                link(TestStores.shared().resolve("layers"), layer.digest(), root.resolve("layers"));
            }
        }
        link(TestStores.shared(), "cache", root);
        // Keeps kernel and base while the others are deleted.
        build(TestStores.open(root), "hostname: first\n");
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static void link(Path from, String name, Path to) throws Exception {
        var copy = Command.of("cp", "-al", from.resolve(name).toString(), to + "/");
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        assertThat(ProcessRunner.ofHost().run(copy, lines::add, new Cancellation()).ok())
                .as(lines.toString())
                .isTrue();
    }

    private Generation build(Store store, String rest) {
        JobOutcome<Generation> outcome =
                new DebianBuilder(store, ProcessRunner.ofHost(), executor)
                        .build(TestSpecs.request(rest, dir), _ -> {})
                        .outcome()
                        .join();
        assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
        return ((JobOutcome.Succeeded<Generation>) outcome).value();
    }

    @Test
    @Tag("vm")
    void aHundredDoNoHarm() throws Exception {
        killed(96);
    }

    /** About a quarter of an hour on two cores. */
    @Test
    @Tag("nightly")
    void aThousandDoNoHarm() throws Exception {
        killed(1000);
    }

    private void killed(int builds) throws Exception {
        for (int round = 0; round < builds / LANES; round++) {
            boolean packages = round % PACKAGES_EVERY == PACKAGES_EVERY - 1;
            kill(round, packages);
            Store store = TestStores.open(root);
            assertThat(store.recovery())
                    .as("seed %d round %d", SEED, round)
                    .allMatch(line -> line.startsWith("removed what a stopped build left"));
            assertNothingIsLeft(round);
            assertThat(store.verify(false, (done, total) -> {}, new Cancellation()).damages())
                    .as("seed %d round %d", SEED, round)
                    .isEmpty();
            for (String system : killedSystems(store)) {
                for (Generation each : store.generations().list(system)) {
                    assertThat(store.layersOf(each)).hasSameSizeAs(each.layers());
                    store.delete(each.system(), each.number());
                }
            }
            // Without a generation that needs it, the packages layer has to be made again.
            assertThat(store.layers().all(LayerKind.PACKAGES)).isEmpty();
        }
        assertThat(build(TestStores.open(root), "hostname: alive\n").number()).isEqualTo(2);
    }

    private static List<String> killedSystems(Store store) throws IOException {
        return store.generations().systems().stream().filter(s -> s.startsWith("killed")).toList();
    }

    private void kill(int round, boolean packages) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ManyBuilds.class.getName(),
                                root.toString(),
                                Integer.toString(round)));
        for (int lane = 0; lane < LANES; lane++) {
            command.add(packages && lane == 0 ? PACKAGES : "");
        }
        int last = 1 + random.nextInt(MOST_LINES);
        int pause = random.nextInt(40);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<ProcessHandle> children;
        List<String> seen = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            boolean installing = !packages;
            for (int left = last; left > 0; ) {
                String line = lines.readLine();
                assertThat(line).as(String.join("\n", seen)).isNotNull();
                seen.add(line);
                assertThat(line).doesNotStartWith("ended Failed");
                installing |= line.contains("step=packages, title=");
                if (installing) {
                    left--;
                }
            }
            // A random point, not a signal that something is done.
            Thread.sleep(pause);
            children = process.descendants().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
        for (ProcessHandle child : children) {
            // Nobody is left to stop them: they notice by themselves.
            child.onExit().orTimeout(120, TimeUnit.SECONDS).join();
        }
    }

    private void assertNothingIsLeft(int round) throws IOException {
        for (String place : List.of("tmp", "leases")) {
            try (Stream<Path> left = Files.list(root.resolve(place))) {
                assertThat(left).as("%s after round %d", place, round).isEmpty();
            }
        }
        for (String place : List.of(".", "blobs", "systems", "layers")) {
            try (Stream<Path> all = Files.walk(root.resolve(place), 3)) {
                assertThat(all.filter(path -> path.getFileName().toString().matches("\\..+")))
                        .as("half-written files after round %d", round)
                        .isEmpty();
            }
        }
        assertThat(processesThatSee(root))
                .as("processes in a namespace with mounts of the store, round %d", round)
                .isEmpty();
    }

    /** Processes, this one included, to which something is mounted below a directory. */
    private static List<String> processesThatSee(Path directory) throws IOException {
        List<String> result = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                Path mounts = process.resolve("mountinfo");
                if (process.getFileName().toString().matches("[0-9]+|self")
                        && mounted(mounts).contains(" " + directory + "/")) {
                    result.add(process.toString());
                }
            }
        }
        return result;
    }

    private static String mounted(Path mounts) {
        try {
            return Files.readString(mounts);
        } catch (IOException e) {
            // The process has ended, or is somebody else's.
            return "";
        }
    }
}
