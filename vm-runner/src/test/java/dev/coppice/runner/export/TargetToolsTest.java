package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.kairos.KairosCheck;
import dev.coppice.model.export.kairos.KairosFinding;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the exported files of every example with the programs of those who will read them. The
 * programs are found by an environment variable or on the path.
 */
class TargetToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export").toAbsolutePath().normalize();
    private static final List<String> STAGES = List.of("rootfs", "initramfs", "boot");
    private static final Pattern STEP = Pattern.compile("(?m)^ {4}- name: (.*)$");

    @TempDir Path folder;

    private final ProcessRunner processes = ProcessRunner.ofHost();

    @Test
    void cloudInitTakesUserData() throws Exception {
        String tool = tool("COPPICE_CLOUD_INIT", "cloud-init");
        for (Path file : exported("cloud-init", "user-data")) {
            Ran ran = run(tool, "schema", "--config-file", file.toString());
            assertThat(ran.exit().ok()).as("%s\n%s", file, ran.output()).isTrue();
            assertThat(ran.output()).as("%s", file).contains("Valid").doesNotContain("deprecat");
        }
        Path bad = Files.writeString(folder.resolve("bad"), "#cloud-config\nusers: []\n");
        assertThat(run(tool, "schema", "--config-file", bad.toString()).exit().ok()).isFalse();
    }

    @Test
    void kairosTakesCloudConfigs() throws Exception {
        String tool = tool("COPPICE_KAIROS_AGENT", "kairos-agent");
        for (Path file : exported("kairos", "cloud-config.yaml")) {
            Ran ran = run(tool, "validate", file.toString());
            assertThat(ran.exit().ok()).as("%s\n%s", file, ran.output()).isTrue();
        }
        Path bad = Files.writeString(folder.resolve("bad"), "#cloud-config\nhostname: x\n");
        assertThat(run(tool, "validate", bad.toString()).exit().ok()).isFalse();
    }

    @Test
    void yipRunsEveryStep() throws Exception {
        String tool = tool("COPPICE_YIP", "yip");
        for (Path file : exported("kairos", "cloud-config.yaml")) {
            assertThat(lost(tool, file)).as("steps of %s that are not run", file).isEmpty();
        }
    }

    /** What the check says to be lost is lost, and yip does not say so. */
    @Test
    void yipLosesWhatTheCheckFinds() throws Exception {
        String tool = tool("COPPICE_YIP", "yip");
        Path good = exported("kairos", "cloud-config.yaml").getFirst();
        String text = Files.readString(good);
        String spoilt = text.replaceFirst("permissions: 0644", "permissions: \"0644\"");
        assertThat(spoilt).isNotEqualTo(text);
        Path bad = Files.writeString(folder.resolve("bad.yaml"), spoilt);

        assertThat(new KairosCheck().check(new SpecText(spoilt)))
                .extracting(KairosFinding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(lost(tool, bad)).hasSize(STEP.matcher(spoilt).results().toList().size());
        assertThat(run(tool, "-a", "-s", "initramfs", bad.toString()).exit().ok()).isTrue();
    }

    /** The steps of a cloud-config that yip does not list in any stage. */
    private List<String> lost(String tool, Path file) throws Exception {
        var listed = new StringBuilder();
        for (String stage : STAGES) {
            listed.append(run(tool, "-a", "-s", stage, file.toString()).output());
        }
        var lost = new ArrayList<String>();
        Matcher step = STEP.matcher(Files.readString(file));
        while (step.find()) {
            if (!listed.toString().contains(step.group(1))) {
                lost.add(step.group(1));
            }
        }
        return lost;
    }

    private String tool(String variable, String program) {
        Optional<String> named =
                Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
        Optional<String> found =
                named.or(() -> processes.tools().find(program).map(Path::toString));
        Assumptions.assumeTrue(found.isPresent(), program + " is not installed on this host");
        return found.orElseThrow();
    }

    private static List<Path> exported(String target, String file) throws Exception {
        try (Stream<Path> examples = Files.list(EXPORTS.resolve(target))) {
            List<Path> files = examples.map(each -> each.resolve(file)).sorted().toList();
            assertThat(files).isNotEmpty().allMatch(Files::exists);
            return files;
        }
    }

    /** How a program ended, and what it said. */
    private record Ran(Exit exit, String output) {}

    private Ran run(String... argv) throws InterruptedException {
        var output = new StringBuilder();
        Exit exit =
                processes.run(
                        Command.of(argv),
                        line -> output.append(line).append('\n'),
                        new Cancellation());
        return new Ran(exit, output.toString());
    }
}
