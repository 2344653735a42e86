package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Main;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line as a whole: help, usage errors, what it loads. */
class CommandLineTest {

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void start() {
        cli = CliRun.withoutStore(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "validate",
                "explain",
                "build",
                "run",
                "check",
                "diff",
                "export",
                "schema",
                "doctor",
                "demo"
            })
    void everyCommandExplainsItselfAndItsExitCodes(String command) {
        assertThat(cli.run(command, "--help")).isZero();
        assertThat(cli.out()).startsWith("Usage: coppice " + command).contains("Exit codes:");
        assertThat(cli.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "rollback", "delete"})
    void everyCommandOfGenerationsExplainsItsJson(String command) {
        assertThat(cli.run("generations", command, "--help")).isZero();
        assertThat(cli.out()).contains("JSON: ");
    }

    @Test
    void helpNamesAllCommands() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out())
                .contains("init", "validate", "build", "run", "check", "diff", "generations")
                .contains("schema", "doctor", "demo", "Exit codes", "COPPICE_STORE");
    }

    @Test
    void wrongUseEndsWithTwoAndNamesTheHelp() {
        assertThat(cli.run("biuld")).isEqualTo(2);
        assertThat(cli.err()).contains("biuld").contains("build").contains("See coppice --help");

        assertThat(cli.run("generations")).isEqualTo(2);
        assertThat(cli.run("build", "--format", "xml")).isEqualTo(2);
        assertThat(cli.run("diff", "1")).isEqualTo(2);
    }

    @Test
    void initMakesAProjectOnce() throws IOException {
        assertThat(cli.run("init", "web")).isZero();
        Path spec = folder.resolve("web/system.yaml");
        assertThat(spec).isNotEmptyFile();
        assertThat(folder.resolve("web/files/index.html")).isNotEmptyFile();
        assertThat(cli.run("validate", "web")).isZero();

        Files.writeString(spec, "mine");
        assertThat(cli.run("init", "web")).isEqualTo(2);
        assertThat(cli.err()).contains("nothing was written");
        assertThat(Files.readString(spec)).isEqualTo("mine");
    }

    @Test
    void initKnowsItsExamples() {
        assertThat(cli.run("init", "--list", "--format", "json")).isZero();
        assertThat(cli.json().get("examples").get(0).get("id").asString()).isEqualTo("web-server");
        assertThat(cli.run("init", "x", "--example", "nothing")).isEqualTo(2);
        assertThat(cli.run("init", "m", "--example", "minimal", "--format", "json")).isZero();
        assertThat(cli.json().get("files")).hasSize(1);

        assertThat(cli.run("init", "--list")).isZero();
        assertThat(cli.out())
                .contains("web-server")
                .contains("PostgreSQL with a database whose data outlives the machine.");
    }

    @Test
    void initGivesTheSystemAName() throws IOException {
        assertThat(cli.run("init", "--example", "database", "--name", "shop")).isZero();
        String spec = Files.readString(folder.resolve("shop/system.yaml"));
        assertThat(spec).contains("\nname: shop\n").doesNotContain("\nname: database\n");
        assertThat(cli.run("validate", "shop")).isZero();

        assertThat(cli.run("init", "--name", "My Shop")).isEqualTo(2);
        assertThat(cli.err()).contains("'My Shop' is not a system name");
        assertThat(cli.run("init", "--example", "empty", "--name", "mine")).isZero();
        assertThat(cli.run("validate", "mine")).isZero();
    }

    @Test
    void schemaIsJsonAndDocsAreText() {
        assertThat(cli.run("schema")).isZero();
        assertThat(cli.json().get("properties").has("packages")).isTrue();
        assertThat(cli.run("schema", "--docs")).isZero();
        assertThat(cli.out()).contains("hostname");
    }

    @Test
    void explainsFindings() {
        assertThat(cli.run("explain")).isZero();
        assertThat(cli.out().lines()).hasSizeGreaterThan(140);
        assertThat(cli.out()).contains("unknown-group").contains("A group that nothing makes.");

        assertThat(cli.run("explain", "unknown-group")).isZero();
        assertThat(cli.out())
                .contains("Warning: A group that nothing makes.")
                .contains("groups: [oops]")
                .contains("Add oops to groups");

        assertThat(cli.run("explain", "unknown-group", "--format", "json")).isZero();
        assertThat(cli.json().get("severity").asString()).isEqualTo("warning");
        assertThat(cli.json().get("fixes")).isNotEmpty();
        assertThat(cli.json().get("bad").asString()).startsWith("spec: 1\n");

        assertThat(cli.run("explain", "unknown-gruop")).isEqualTo(2);
        assertThat(cli.err()).contains("Did you mean unknown-group?");
    }

    @Test
    void theCommandLineLoadsNoToolkit() throws IOException, InterruptedException {
        CliRun.example(folder);
        Path loaded = folder.resolve("loaded.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xlog:class+load:file=" + loaded,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "validate",
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains("dev.coppice.app.cli.CoppiceCli"));
        assertThat(classes)
                .noneMatch(
                        line -> line.contains("javafx.") || line.contains("dev.coppice.app.shell"));
    }
}
