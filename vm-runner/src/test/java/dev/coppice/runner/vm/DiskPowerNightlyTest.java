package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.store.BootImage.Firmware;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the power at ten points of an update: at each of the first requests of the download, and at
 * seeded moments of the time after the last one, when files are put in place. Twenty boots.
 */
@Tag("nightly")
@Timeout(value = 3, unit = TimeUnit.HOURS)
class DiskPowerNightlyTest {

    private static final int CUTS = 10;

    /** Two for the list, one for the manifest, and one for the only layer that is new. */
    private static final int REQUESTS = 4;

    @TempDir static Path folder;

    @Test
    void bootsAfterEveryPowerCut() throws Exception {
        var random = new Random(20261130);
        try (var lab = new DiskLab(folder)) {
            Generation first = lab.build("one", "true");
            Generation second = lab.build("two", "true");
            Path published = lab.publish(second);
            for (int cut = 1; cut <= CUTS; cut++) {
                Firmware firmware = cut % 2 == 0 ? Firmware.BIOS : Firmware.UEFI;
                Path disk = lab.disk("cut-" + cut + ".raw", 3, first);
                updateAndCut(lab, first, second, published, disk, firmware, cut, random);
                VirtualMachine machine = lab.boot(first, disk, firmware);
                String said =
                        lab.await(
                                machine,
                                "coppicectl verify && coppicectl list && cat /etc/hostname",
                                "All files are whole.");
                assertThat(said).as("cut %d", cut).containsPattern("(?m)^(one|two)$");
                machine.kill();
                machine.ended().get(2, TimeUnit.MINUTES);
                Files.delete(disk);
            }
        }
    }

    private static void updateAndCut(
            DiskLab lab,
            Generation first,
            Generation second,
            Path published,
            Path disk,
            Firmware firmware,
            int cut,
            Random random)
            throws Exception {
        var reached = new CountDownLatch(Math.min(cut, REQUESTS));
        try (var server = new LoopbackServer(published, _ -> reached.countDown())) {
            VirtualMachine machine = lab.boot(first, disk, firmware);
            lab.await(machine, "coppicectl list", first.number() + "  ");
            var installed =
                    machine.run(
                            "coppicectl install "
                                    + server.address()
                                    + " --generation "
                                    + second.number(),
                            Duration.ofMinutes(10));
            assertThat(reached.await(10, TimeUnit.MINUTES))
                    .as("cut %d; the installation said %s", cut, installed)
                    .isTrue();
            if (cut > REQUESTS) {
                Thread.sleep(random.nextInt(400 * (cut - REQUESTS)));
            }
            lab.cut(machine);
        }
    }
}
