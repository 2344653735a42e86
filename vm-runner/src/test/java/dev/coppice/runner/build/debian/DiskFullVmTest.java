package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real build on a real disk that is too small: the lists of packages alone fill it. */
@Tag("vm")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DiskFullVmTest {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir Path dir;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        TestStores.assumeTools();
        Assumptions.assumeFalse(
                RootNamespace.ofProcess().rootless(),
                "only root may mount a small disk on this host");
        disk = Files.createDirectory(dir.resolve("disk"));
        List<String> said = new ArrayList<>();
        Exit exit = run(said, "mount", "-t", "tmpfs", "-o", "size=24m", "small", disk.toString());
        Assumptions.assumeTrue(
                exit instanceof Exit.Exited(int code) && code == 0,
                () -> "a small disk cannot be mounted on this host: " + said);
    }

    @AfterEach
    void unmount() throws Exception {
        executor.shutdownNow();
        if (disk != null) {
            run(new ArrayList<>(), "umount", "--lazy", disk.toString());
        }
    }

    private static Exit run(List<String> said, String... command) throws InterruptedException {
        return ProcessRunner.ofHost().run(Command.of(command), said::add, new Cancellation());
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLeftOver() throws Exception {
        Store store = TestStores.open(disk);
        JobOutcome<Generation> outcome =
                new DebianBuilder(store, ProcessRunner.ofHost(), executor)
                        .build(TestSpecs.request("packages: [htop]\n", dir), _ -> {})
                        .outcome()
                        .join();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        JobOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.problem().code()).isEqualTo("disk-full");
                            assertThat(failed.problem().hint()).contains(disk.toString());
                        });
        assertThat(entries(disk.resolve("tmp"))).isEmpty();
        assertThat(entries(disk.resolve("systems"))).isEmpty();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}
