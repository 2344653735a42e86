package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.store.BootImage.Firmware;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The life of a disk under real firmware: boot, choose, update, fall back. */
@Tag("nightly")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiskVmTest {

    private static final String LIST = "cat /etc/hostname; coppicectl list";

    @TempDir static Path folder;

    private DiskLab lab;
    private Generation first;
    private Generation second;
    private Generation broken;

    @BeforeAll
    void build() throws Exception {
        lab = new DiskLab(folder);
        first = lab.build("one", "true");
        second = lab.build("two", "true");
        broken = lab.build("three", "exit 1");
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void updatesOverHttpUnderUefiAndFallsBackFromABrokenGeneration() throws Exception {
        Path disk = lab.disk("uefi.raw", 3, first);
        Path published = lab.publish(second, broken);
        try (var server = new LoopbackServer(published, _ -> {})) {
            VirtualMachine machine = lab.boot(first, disk, Firmware.UEFI);
            lab.await(machine, LIST, "one");
            lab.run(machine, "echo mark >/var/lib/kept/mark; echo lost >/etc/lost");
            String said = lab.run(machine, install(server, second, ""));
            assertThat(said).contains("installed generation " + second.number());
            lab.run(machine, "(sleep 1; systemctl reboot) >/dev/null 2>&1 &");
            lab.await(
                    machine, LIST, "two\n", title(second) + "  (good)", title(first) + "  (good)");
            assertThat(lab.run(machine, "cat /var/lib/kept/mark; ls /etc/lost 2>&1 || true"))
                    .contains("mark")
                    .contains("No such file");
            assertThat(lab.run(machine, "[ -d /sys/firmware/efi ] && coppicectl verify"))
                    .contains("All files are whole.");
            lab.run(machine, install(server, broken, " --tries 1"));
            lab.run(machine, "(sleep 1; systemctl reboot) >/dev/null 2>&1 &");
            // The broken one says so itself before it restarts.
            lab.await(machine, LIST, "two\n", title(broken) + "  (failed its trial)");
            machine.kill();
            machine.ended().get(2, TimeUnit.MINUTES);
        }
    }

    @Test
    void choosesAnOlderGenerationInTheMenuOfBiosAndFallsBackByItself() throws Exception {
        Path disk = lab.disk("bios.raw", 1, broken, first);
        VirtualMachine machine = lab.boot(first, disk, Firmware.BIOS);
        lab.awaitConsole(machine, title(first));
        // The arrow down, then Enter.
        machine.serial().send("\u001b[B\r".getBytes(StandardCharsets.US_ASCII));
        lab.await(machine, LIST, "one\n", "1 tries left");
        assertThat(lab.run(machine, "ls /sys/firmware/efi 2>&1 || true")).contains("No such file");
        lab.run(machine, "(sleep 1; systemctl reboot) >/dev/null 2>&1 &");
        lab.await(machine, LIST, "one\n", title(broken) + "  (failed its trial)");
        machine.kill();
        machine.ended().get(2, TimeUnit.MINUTES);
    }

    private static String install(LoopbackServer server, Generation generation, String more) {
        return "coppicectl install "
                + server.address()
                + " --generation "
                + generation.number()
                + more
                + " 2>&1";
    }

    private static String title(Generation generation) {
        return "disk-test generation " + generation.number();
    }
}
