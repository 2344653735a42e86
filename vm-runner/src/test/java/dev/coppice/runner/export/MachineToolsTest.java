package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads what is exported for machines that already run, and for containers, with the programs of
 * those who will read it. The programs come into a folder of the tests.
 */
@Tag("vm")
class MachineToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export").toAbsolutePath().normalize();

    @TempDir Path folder;

    @Test
    void ansibleTakesPlaybooks() throws Exception {
        var playbooks = new ArrayList<>(exported("ansible", "playbook.yml"));
        playbooks.addAll(exported("ansible", "checks.yml"));
        Ran ran =
                run(
                        with(
                                List.of("ansible-playbook", "--syntax-check", "-i", "localhost,"),
                                playbooks));
        assertThat(ran.ok()).as(ran.toString()).isTrue();

        Path bad = folder.resolve("bad.yml");
        Files.writeString(bad, "- hosts: all\n  tasks: [{ no_such_module: {} }]\n");
        assertThat(run(List.of("ansible-playbook", "--syntax-check", bad.toString())).ok())
                .isFalse();
    }

    @Test
    void puppetTakesManifests() throws Exception {
        List<Path> manifests = exported("puppet", "manifests/site.pp");
        Ran ran = run(with(List.of("puppet", "parser", "validate"), manifests));
        assertThat(ran.ok()).as(ran.toString()).isTrue();

        Path bad = Files.writeString(folder.resolve("bad.pp"), "file { '/a' ensure => file }\n");
        assertThat(run(List.of("puppet", "parser", "validate", bad.toString())).ok()).isFalse();
    }

    /** Reads the configuration as a build does, and says what it means. */
    @Test
    void mkosiTakesConfigurations() throws Exception {
        String each =
                "for f; do cd \"$(dirname \"$f\")\" && mkosi --no-pager summary || exit; done";
        List<Path> files = exported("mkosi", "mkosi.conf");
        Ran ran = run(with(List.of("sh", "-c", each, "sh"), files));
        assertThat(ran.ok()).as(ran.toString()).isTrue();
        assertThat(ran.output()).contains("Image ID: web-server", "Image ID: router");
        assertThat(ran.output().toLowerCase(Locale.ROOT)).doesNotContain("unknown", "deprecated");

        Path bad = Files.createDirectory(folder.resolve("bad")).resolve("mkosi.conf");
        Files.writeString(bad, "[Output]\nFormat=no-such-format\n");
        assertThat(run(with(List.of("sh", "-c", each, "sh"), List.of(bad))).ok()).isFalse();
    }

    @Test
    void theShellTakesWhatStartsContainers() throws Exception {
        for (Path script : exported("containerfile", "run.sh")) {
            Ran ran = run(List.of("sh", "-n", script.toString()));
            assertThat(ran.ok()).as(ran.toString()).isTrue();
        }
    }

    /** A file of every example that has it. */
    private static List<Path> exported(String target, String file) throws Exception {
        try (Stream<Path> examples = Files.list(EXPORTS.resolve(target))) {
            List<Path> files =
                    examples.map(each -> each.resolve(file))
                            .filter(Files::exists)
                            .sorted()
                            .toList();
            assertThat(files).hasSizeGreaterThan(1);
            return files;
        }
    }

    private static List<String> with(List<String> command, List<Path> files) {
        return Stream.concat(command.stream(), files.stream().map(Path::toString)).toList();
    }

    private Ran run(List<String> argv) throws Exception {
        return ToolRoot.ofTests().run(List.of(EXPORTS, folder), argv);
    }
}
