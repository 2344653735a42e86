package dev.coppice.runner.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.ToolLocator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HostDoctorTest {

    @TempDir Path folder;

    @Test
    void missingToolsAreNamedWithTheirPackages() throws InterruptedException {
        var processes =
                new ProcessRunner(Map.of("PATH", folder.toString()), new ToolLocator(List.of()));

        List<Finding> findings = examine(processes);

        assertThat(find(findings, "tool-sqfstar").state()).isEqualTo(Finding.State.MISSING);
        assertThat(find(findings, "tool-sqfstar").advice()).contains("squashfs-tools");
        assertThat(find(findings, "namespaces").state()).isEqualTo(Finding.State.MISSING);
        assertThat(find(findings, "mirror").detail()).contains("mmdebstrap is missing");
    }

    @Test
    void eachNeedHasAnAnswerAndEachFaultAnAdvice() throws InterruptedException {
        List<Finding> findings = examine(ProcessRunner.ofHost());

        assertThat(findings)
                .extracting(Finding::code)
                .doesNotHaveDuplicates()
                .contains("tool-mmdebstrap", "namespaces", "accelerator", "disk", "mirror");
        assertThat(findings)
                .allSatisfy(
                        finding -> {
                            assertThat(finding.detail()).isNotBlank();
                            assertThat(finding.advice().isBlank())
                                    .isEqualTo(finding.state() == Finding.State.OK);
                        });
    }

    @Test
    void toolsOfOtherTargetsLimitButDoNotStop() throws InterruptedException {
        var processes =
                new ProcessRunner(Map.of("PATH", folder.toString()), new ToolLocator(List.of()));

        List<Finding> findings = examine(processes);

        assertThat(find(findings, "tool-nix").state()).isEqualTo(Finding.State.LIMITED);
        assertThat(find(findings, "tool-nix").advice()).contains("2.18", "nix-bin");
        assertThat(find(findings, "tool-container-engine").advice()).contains("podman");
    }

    private List<Finding> examine(ProcessRunner processes) throws InterruptedException {
        Path store = folder.resolve("not/yet/there");
        return new HostDoctor(processes, store, Map.of("XDG_CACHE_HOME", folder.toString()))
                .examine(true, new Cancellation());
    }

    private static Finding find(List<Finding> findings, String code) {
        return findings.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }
}
