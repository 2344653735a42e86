package dev.coppice.runner.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.disk.FolderDisk.Ran;
import dev.coppice.runner.store.Digests;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The tool of the running machine, run for real on folders instead of partitions. */
class CoppicectlTest {

    @TempDir Path folder;

    private FolderDisk disk;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        disk = new FolderDisk(folder);
        disk.write(disk.generation(1));
    }

    @Test
    void installsAPublishedGenerationOnTrial() throws Exception {
        disk.publish(disk.generation(2));
        Ran ran = install();
        assertThat(ran.exit().ok()).as(ran.output()).isTrue();
        assertThat(names()).containsExactly("coppice-000001.conf", "coppice-000002+3.conf");
        assertThat(disk.run("list").output())
                .contains(">    2  web generation 2  (on trial, 3 tries left)")
                .contains("1  web generation 1  (good)");
        assertThat(grubenv()).contains("generations=000002 000001", "standard=000001");
        assertThat(grubenv()).contains("trial=000002", "left=3").hasSize(1024);
        assertThat(entry("coppice-000002+3.conf"))
                .contains("version 2\n")
                .contains("coppice.generation=000002 quiet extra=1\n");
        assertThat(disk.run("verify").output()).contains("All files are whole.");
        assertThat(install().output()).contains("generation 2 is here already");
    }

    @Test
    void choosesTheNewestOrTheOneThatIsNamed() throws Exception {
        disk.publish(disk.generation(2));
        disk.publish(disk.generation(3));
        disk.publish(disk.generation(10));
        assertThat(disk.run("install", published(), "--generation", "3").output())
                .contains("installed generation 3");
        assertThat(install().output()).contains("installed generation 10");
    }

    @Test
    void takesATarLikeAFolder() throws Exception {
        disk.publish(disk.generation(2));
        Path tar = folder.resolve("usb.tar");
        var command =
                dev.coppice.runner.proc.Command.of(
                        "tar", "-C", published(), "-cf", tar.toString(), ".");
        dev.coppice.runner.proc.ProcessRunner.ofHost()
                .run(command, _ -> {}, new dev.coppice.runner.proc.Cancellation());
        Ran ran = disk.run("install", tar.toString());
        assertThat(ran.output()).contains("installed generation 2");
    }

    @Test
    void refusesWhatItsPublisherHasNotSigned() throws Exception {
        disk.publish(disk.generation(2));
        Files.writeString(disk.published().resolve("SHA256SUMS"), "\n", StandardOpenOption.APPEND);
        Ran ran = install();
        assertThat(ran.exit().ok()).isFalse();
        assertThat(ran.output()).contains("signature").contains("nothing was changed");
        assertThat(names()).containsExactly("coppice-000001.conf");
    }

    @Test
    void refusesAFileThatIsNotWhatItsNameSays() throws Exception {
        ShippedGeneration second = disk.generation(2);
        disk.publish(second);
        Path layer = disk.published().resolve(second.parts().get(1).name());
        Files.writeString(layer, "something else");
        Ran ran = install();
        assertThat(ran.exit().ok()).isFalse();
        assertThat(ran.output()).contains("not what its name says");
        assertThat(names()).containsExactly("coppice-000001.conf");
        assertThat(disk.root().resolve("system/generations/000002")).doesNotExist();
    }

    @Test
    void bootsWhatIsSwitchedTo() throws Exception {
        disk.write(disk.generation(2));
        disk.write(disk.generation(3));
        assertThat(disk.run("switch", "1").output()).contains("generation 1 is booted next");
        assertThat(loader()).contains("default coppice-000001*").hasSize(1024);
        assertThat(grubenv()).contains("standard=000001");
        assertThat(disk.run("switch", "3").exit().ok()).isTrue();
        assertThat(loader()).doesNotContain("default");
        assertThat(disk.run("rollback").output()).contains("is booted next");
        assertThat(disk.run("switch", "7").output()).contains("there is no generation 7");
    }

    @Test
    void removesAGenerationWithWhatOnlyItNeeds() throws Exception {
        disk.write(disk.generation(2));
        assertThat(disk.run("remove", "1").exit().ok()).isTrue();
        assertThat(names()).containsExactly("coppice-000002.conf");
        try (var layers = Files.list(disk.root().resolve("system/layers"))) {
            assertThat(layers).hasSize(3);
        }
        assertThat(disk.run("verify").output()).contains("All files are whole.");
        assertThat(disk.run("remove", "2").output())
                .contains("no other generation is known to be good");
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        Path layer;
        try (var layers = Files.list(disk.root().resolve("system/layers"))) {
            layer = layers.findFirst().orElseThrow();
        }
        Files.writeString(layer, "x");
        Ran ran = disk.run("verify");
        assertThat(ran.exit().ok()).isFalse();
        assertThat(ran.output()).contains(layer.getFileName() + " is damaged");
    }

    /** At every single write that counts, not only at ten. */
    @Test
    void leavesWholeGenerationsWhereverItIsCutOff() throws Exception {
        disk.publish(disk.generation(2));
        int cuts = 0;
        for (int time = 1; ; time++) {
            String path = disk.cutting(time);
            Ran cut = disk.run(path, List.of("install", published()));
            if (disk.calls() < time) {
                assertThat(cut.exit().ok()).as(cut.output()).isTrue();
                break;
            }
            cuts++;
            assertMenuIsWhole("cut at write " + time);
            Ran again = install();
            assertThat(again.exit().ok()).as("after cut %s: %s", time, again.output()).isTrue();
            assertMenuIsWhole("mended after cut " + time);
            assertThat(names()).contains("coppice-000002+3.conf");
            assertThat(disk.run("remove", "2").exit().ok()).isTrue();
            assertThat(names()).containsExactly("coppice-000001.conf");
        }
        assertThat(cuts).isGreaterThanOrEqualTo(10);
    }

    /** What a boot loader would offer leads to files that are whole. */
    private void assertMenuIsWhole(String when) throws IOException {
        assertThat(names()).as(when).contains("coppice-000001.conf");
        for (Path entry : disk.menu()) {
            String text = Files.readString(entry);
            if (text.isEmpty()) {
                continue;
            }
            String number = entry.getFileName().toString().substring(8, 14);
            Path manifest = disk.root().resolve("system/generations").resolve(number);
            assertThat(text).as(when).contains("options ");
            assertThat(manifest).as(when).exists();
            for (String line : Files.readAllLines(manifest)) {
                String[] words = line.split(" ");
                if (List.of("layer", "kernel", "initrd").contains(words[0])) {
                    boolean layer = words[0].equals("layer");
                    Path file =
                            disk.root()
                                    .resolve(layer ? "system/layers" : "esp/coppice")
                                    .resolve(words[1]);
                    assertThat(Digests.of(file))
                            .as(when + ": " + line)
                            .isEqualTo(words[1].substring(0, 64));
                }
            }
        }
        assertThat(grubenv()).as(when).contains("generations=", "standard=000001").hasSize(1024);
    }

    private Ran install() throws InterruptedException {
        return disk.run("install", published());
    }

    private String published() {
        return disk.published().toString();
    }

    private List<String> names() throws IOException {
        return disk.menu().stream().map(file -> file.getFileName().toString()).toList();
    }

    private String entry(String name) throws IOException {
        return Files.readString(disk.entries().resolve(name));
    }

    private String grubenv() throws IOException {
        return Files.readString(disk.root().resolve("esp/grub/grubenv"));
    }

    private String loader() throws IOException {
        return Files.readString(disk.root().resolve("esp/loader/loader.conf"));
    }
}
