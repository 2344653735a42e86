package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;

/**
 * Reads what is exported for machines that already run, and for containers, with the programs of
 * those who will read it. The programs are found by an environment variable or on the path.
 */
class MachineToolsTest {

    private static final Path EXPORTS =
            Path.of("../model/src/test/resources/export").toAbsolutePath().normalize();

    @TempDir Path folder;

    private final ProcessRunner processes = ProcessRunner.ofHost();

    @Test
    void ansibleTakesPlaybooks() throws Exception {
        String tool = tool("COPPICE_ANSIBLE_PLAYBOOK", "ansible-playbook");
        var playbooks = new ArrayList<>(exported("ansible", "playbook.yml"));
        playbooks.addAll(exported("ansible", "checks.yml"));
        Ran ran = run(with(List.of(tool, "--syntax-check", "-i", "localhost,"), playbooks));
        assertThat(ran.exit().ok()).as(ran.output()).isTrue();

        Path bad = folder.resolve("bad.yml");
        Files.writeString(bad, "- hosts: all\n  tasks: [{ no_such_module: {} }]\n");
        assertThat(run(List.of(tool, "--syntax-check", bad.toString())).exit().ok()).isFalse();
    }

    @Test
    void puppetTakesManifests() throws Exception {
        String tool = tool("COPPICE_PUPPET", "puppet");
        List<Path> manifests = exported("puppet", "manifests/site.pp");
        Ran ran = run(with(List.of(tool, "parser", "validate"), manifests));
        assertThat(ran.exit().ok()).as(ran.output()).isTrue();

        Path bad = Files.writeString(folder.resolve("bad.pp"), "file { '/a' ensure => file }\n");
        assertThat(run(List.of(tool, "parser", "validate", bad.toString())).exit().ok()).isFalse();
    }

    @Test
    void theShellTakesWhatStartsContainers() throws Exception {
        for (Path script : exported("containerfile", "run.sh")) {
            Ran ran = run(List.of("sh", "-n", script.toString()));
            assertThat(ran.exit().ok()).as(ran.output()).isTrue();
        }
    }

    private String tool(String variable, String program) {
        Optional<String> named =
                Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
        Optional<String> found =
                named.or(() -> processes.tools().find(program).map(Path::toString));
        Assumptions.assumeTrue(found.isPresent(), program + " is not installed on this host");
        return found.orElseThrow();
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

    /** How a program ended, and what it said. */
    private record Ran(Exit exit, String output) {}

    private Ran run(List<String> argv) throws InterruptedException {
        var output = new StringBuilder();
        Exit exit =
                processes.run(
                        Command.of(argv.toArray(String[]::new)),
                        line -> output.append(line).append('\n'),
                        new Cancellation());
        return new Ran(exit, output.toString());
    }
}
