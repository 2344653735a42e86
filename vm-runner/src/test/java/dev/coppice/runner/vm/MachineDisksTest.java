package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class MachineDisksTest {

    private static final long MIB = 1L << 20;

    @TempDir Path directory;

    private RunDirectory run;
    private Path state;

    @BeforeEach
    void prepare() throws IOException {
        run = RunDirectory.create(directory);
        state = directory.resolve("state");
    }

    private MachineDisks disks(String size) {
        String text =
                """
                spec: 1
                name: web
                base: { distribution: debian, release: bookworm }
                storage:
                  swap: 64M
                  disks: [{ name: data, size: %s, mount: /srv/data }]
                """
                        .formatted(size);
        SystemSpec spec =
                new Analyzer().analyze(new SpecText(text), ProjectFiles.NONE).spec().orElseThrow();
        return new MachineDisks(spec, run);
    }

    @Test
    void throwAwayDisksGoWithTheMachine() throws IOException {
        List<VmConfig.DataDisk> disks = disks("10G").thrownAway();
        assertThat(disks).extracting(VmConfig.DataDisk::kept).containsExactly(false, false);
        assertThat(disks)
                .extracting(disk -> disk.disk().serial())
                .containsExactly("coppice-swap", "data");
        assertThat(Files.size(disks.getFirst().disk().image())).isEqualTo(64 * MIB);
        assertThat(Files.size(disks.getLast().disk().image())).isEqualTo(10 * 1024 * MIB);
        run.delete();
        assertThat(disks).allSatisfy(disk -> assertThat(disk.disk().image()).doesNotExist());
    }

    @Test
    void keptDisksGrowButNeverShrink() throws IOException {
        List<VmConfig.DataDisk> disks = disks("1G").kept(state, "web");
        assertThat(disks).extracting(VmConfig.DataDisk::kept).containsExactly(false, true);
        Path image = disks.getLast().disk().image();
        assertThat(image).isEqualTo(state.resolve("web.data.img"));
        disks("2G").kept(state, "web");
        assertThat(Files.size(image)).isEqualTo(2048 * MIB);
        disks("1G").kept(state, "web");
        assertThat(Files.size(image)).isEqualTo(2048 * MIB);
    }

    @Test
    void aSystemWithoutDisksGetsNone() throws IOException {
        assertThat(new MachineDisks(MachineKit.spec(), run).thrownAway()).isEmpty();
    }
}
