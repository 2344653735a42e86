package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

@Tag("vm")
@Timeout(60)
class AcceleratorVmTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;

    @Test
    void theBootSectorRunsToItsEndInTheEmulator() throws Exception {
        var probe = new AcceleratorProbe(MachineKit.qemu(), directory);
        assertThat(probe.attempt(Accelerator.TCG, LONG)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void choosesQuicklyAndSaysWhy() throws Exception {
        var probe = new AcceleratorProbe(MachineKit.qemu(), directory);
        long start = System.nanoTime();
        Accelerator.Choice choice = probe.choose();
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(40_000);
        assertThat(choice.why()).isNotBlank();
        if (choice.accelerator() != Accelerator.TCG) {
            // What it chose must run the boot sector again.
            assertThat(probe.attempt(choice.accelerator(), LONG)).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void remembersUntilQemuIsAnotherOne() throws Exception {
        Path qemu = Files.writeString(directory.resolve("qemu"), "one");
        Path cache = directory.resolve("cache");
        var probes = new AtomicInteger();
        AcceleratorMemory.Finder finder =
                () -> {
                    probes.incrementAndGet();
                    return new Accelerator.Choice(Accelerator.TCG, "because");
                };
        var memory = new AcceleratorMemory(cache, qemu);
        assertThat(memory.choose(finder).why()).isEqualTo("because");
        assertThat(memory.choose(finder).accelerator()).isEqualTo(Accelerator.TCG);
        assertThat(new AcceleratorMemory(cache, qemu).choose(finder).why()).isEqualTo("because");
        assertThat(probes).hasValue(1);

        Files.writeString(qemu, "another");
        memory.choose(finder);
        assertThat(probes).hasValue(2);

        breakFile(cache.resolve("accelerator.json"));
        memory.choose(finder);
        assertThat(probes).hasValue(3);
    }

    private static void breakFile(Path file) throws IOException {
        Files.writeString(file, "{\"host\":");
    }
}
