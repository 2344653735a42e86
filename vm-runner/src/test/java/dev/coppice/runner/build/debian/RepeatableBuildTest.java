package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.Store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One lock, two builds: in another store, in another folder, offline, and, where the test may, as
 * another user without rights. Every file of every layer is the same to the byte.
 */
@Tag("vm")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RepeatableBuildTest {

    private static final String SPEC =
            """
            packages: [htop]
            users: [{ name: alice, groups: [users] }]
            files: [{ path: /etc/motd, content: "hello" }]
            """;

    @TempDir Path dir;

    @Test
    void theSameLockGivesTheSameBytes() throws Exception {
        TestStores.assumeTools();
        Path first = TestStores.shared();
        Path project = Files.createDirectories(dir.resolve("one/project"));
        Store store = TestStores.open(first);
        Generation here = build(store, project);
        SortedMap<String, String> expected = bytes(store, here);

        Path other = Files.createDirectories(dir.resolve("another-place/store"));
        copyPackages(first, other);
        Path second = Files.createDirectories(dir.resolve("another-place/project"));
        Files.copy(project.resolve("system.lock.json"), second.resolve("system.lock.json"));
        buildElsewhere(other, second);

        Store elsewhere = TestStores.open(other);
        Generation there = elsewhere.generations().list("test").getFirst();
        assertThat(bytes(elsewhere, there)).isEqualTo(expected);
        assertThat(there.layers()).noneMatch(layer -> layer.reused());
    }

    private static Generation build(Store store, Path project) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            JobOutcome<Generation> outcome =
                    new DebianBuilder(store, ProcessRunner.ofHost(), executor)
                            .build(TestSpecs.request(SPEC, project), _ -> {})
                            .outcome()
                            .join();
            assertThat(outcome).isInstanceOf(JobOutcome.Succeeded.class);
            return ((JobOutcome.Succeeded<Generation>) outcome).value();
        }
    }

    /** What was downloaded, as another machine would have it after a build that was not offline. */
    private static void copyPackages(Path from, Path to) throws Exception {
        Path target = Files.createDirectories(to.resolve("cache/packages"));
        try (Stream<Path> files = Files.list(from.resolve("cache/packages"))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().matches("[0-9a-f]{64}")) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    /** As another user when the test runs as root, who may make one. */
    private void buildElsewhere(Path store, Path project) throws Exception {
        Optional<OtherUser> user = OtherUser.make(dir.resolve("another-place"));
        try {
            List<String> argv = new ArrayList<>();
            String main = LockedBuildProcess.class.getName();
            argv.addAll(user.isPresent() ? user.get().java(main) : sameUser(main));
            argv.addAll(List.of(store.toString(), project.toString(), SPEC));
            List<String> lines = new ArrayList<>();
            Exit exit =
                    ProcessRunner.ofHost()
                            .run(
                                    Command.of(argv.toArray(String[]::new)),
                                    lines::add,
                                    new Cancellation());
            assertThat(exit.ok()).as("%s", String.join("\n", lines)).isTrue();
        } finally {
            if (user.isPresent()) {
                user.get().remove();
            }
        }
    }

    private static List<String> sameUser(String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main);
    }

    /** SHA-256 of every file of every layer but the store's own note on it. */
    private static SortedMap<String, String> bytes(Store store, Generation generation)
            throws Exception {
        TreeMap<String, String> result = new TreeMap<>();
        for (Layer layer : store.layersOf(generation)) {
            try (Stream<Path> files = Files.list(layer.directory())) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (!name.equals("layer.json")) {
                        result.put(layer.kind() + " " + name, Digests.of(file));
                    }
                }
            }
        }
        return result;
    }
}
