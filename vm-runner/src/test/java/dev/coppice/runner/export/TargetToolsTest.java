package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.kairos.KairosCheck;
import dev.coppice.model.export.kairos.KairosFinding;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.tools.GoTool;
import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the exported files of every example with the programs of those who will read them. The
 * programs come into a folder of the tests.
 */
@Tag("vm")
class TargetToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export").toAbsolutePath().normalize();
    private static final List<String> STAGES = List.of("rootfs", "initramfs", "boot");
    private static final Pattern STEP = Pattern.compile("(?m)^ {4}- name: (.*)$");

    @TempDir Path folder;

    @Test
    void cloudInitTakesUserData() throws Exception {
        // One start of Python for all: what is wrong is told with its file.
        String each =
                "status=0; for f; do cloud-init schema -c \"$f\" || status=1; done; exit $status";
        List<String> files =
                exported("cloud-init", "user-data").stream().map(Path::toString).toList();
        Ran ran = inRoot(with(List.of("sh", "-c", each, "sh"), files));
        assertThat(ran.ok()).as(ran.toString()).isTrue();
        assertThat(ran.output()).doesNotContain("deprecat");
        assertThat(ran.output().lines().filter(line -> line.startsWith("Valid")))
                .hasSameSizeAs(files);
        Path bad = Files.writeString(folder.resolve("bad"), "#cloud-config\nhostname: [a, b]\n");
        assertThat(inRoot(List.of("cloud-init", "schema", "-c", bad.toString())).ok()).isFalse();
    }

    @Test
    void kairosTakesCloudConfigs() throws Exception {
        String tool = GoTool.KAIROS_AGENT.built().toString();
        for (Path file : exported("kairos", "cloud-config.yaml")) {
            Ran ran = run(tool, "validate", file.toString());
            assertThat(ran.ok()).as("%s\n%s", file, ran.output()).isTrue();
        }
        Path bad = Files.writeString(folder.resolve("bad"), "#cloud-config\nhostname: x\n");
        assertThat(run(tool, "validate", bad.toString()).ok()).isFalse();
    }

    @Test
    void yipRunsEveryStep() throws Exception {
        String tool = GoTool.YIP.built().toString();
        for (Path file : exported("kairos", "cloud-config.yaml")) {
            assertThat(lost(tool, file)).as("steps of %s that are not run", file).isEmpty();
        }
    }

    /** What the check says to be lost is lost, and yip does not say so. */
    @Test
    void yipLosesWhatTheCheckFinds() throws Exception {
        String tool = GoTool.YIP.built().toString();
        Path good = exported("kairos", "cloud-config.yaml").getFirst();
        String text = Files.readString(good);
        String spoilt = text.replaceFirst("permissions: 0644", "permissions: \"0644\"");
        assertThat(spoilt).isNotEqualTo(text);
        Path bad = Files.writeString(folder.resolve("bad.yaml"), spoilt);

        assertThat(new KairosCheck().check(new SpecText(spoilt), group -> true))
                .extracting(KairosFinding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(lost(tool, bad)).hasSize(STEP.matcher(spoilt).results().toList().size());
        assertThat(run(tool, "-a", "-s", "initramfs", bad.toString()).ok()).isTrue();
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

    private static List<Path> exported(String target, String file) throws Exception {
        try (Stream<Path> examples = Files.list(EXPORTS.resolve(target))) {
            List<Path> files = examples.map(each -> each.resolve(file)).sorted().toList();
            assertThat(files).isNotEmpty().allMatch(Files::exists);
            return files;
        }
    }

    private static List<String> with(List<String> command, List<String> files) {
        return Stream.concat(command.stream(), files.stream()).toList();
    }

    private Ran inRoot(List<String> argv) throws Exception {
        return ToolRoot.ofTests().run(List.of(EXPORTS, folder), argv);
    }

    private static Ran run(String... argv) throws InterruptedException {
        return Ran.of(Command.of(argv));
    }
}
