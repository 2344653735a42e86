package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engines;
import dev.coppice.app.Main;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Real builds and boots through the command line. */
@Tag("vm")
class LoopVmTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir Path folder;

    /** That of the tests of vm-runner: what is built once need not be built again. */
    private final Path store =
            Path.of("").toAbsolutePath().resolveSibling("vm-runner").resolve("target/vm-store");

    private CliRun cli;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(store);
        cli = new CliRun(folder, Engines::open);
    }

    @Test
    void theDemoRunsTheWholeLoop() throws IOException {
        int exit =
                cli.run(
                        "demo",
                        "--store",
                        store.toString(),
                        "--folder",
                        "demo",
                        "--format",
                        "json");

        assertThat(exit).as(cli.err() + cli.out()).isZero();
        JsonNode result = cli.json();
        assertThat(result.get("green").asBoolean()).isTrue();
        assertThat(result.get("generations")).hasSize(2);
        JsonNode second = result.get("generations").get(1);
        assertThat(second.get("layers"))
                .allSatisfy(
                        layer ->
                                assertThat(layer.get("reused").asBoolean())
                                        .isEqualTo(!layer.get("kind").asString().equals("config")));
        for (JsonNode picture : result.get("screenshots")) {
            byte[] png = Files.readAllBytes(Path.of(picture.asString()));
            assertThat(png).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
        String text = Files.readString(folder.resolve("demo/comparison.txt"));
        assertThat(text).contains("web-01 -> web-02").contains("This is the second generation");
        JsonNode json = new JsonMapper().readTree(folder.resolve("demo/comparison.json"));
        assertThat(json.get("differences").asInt()).isPositive();
    }

    @Test
    void aRedCheckEndsWithOneAndSaysWhatWasFound() throws IOException {
        project(
                """
                checks:
                  - { file: /etc/hostname, contains: loop }
                  - { port: 9, is: open }
                """);

        int exit = cli.run("check", "--store", store.toString(), "--format", "json");

        assertThat(exit).as(cli.err() + cli.out()).isEqualTo(1);
        assertThat(cli.json().get("checks").get(0).get("verdict").asString()).isEqualTo("passed");
        assertThat(cli.json().get("checks").get(1).get("verdict").asString()).isEqualTo("failed");
        assertThat(cli.json().get("checks").get(1).get("detail").asString()).isNotBlank();
    }

    @Test
    void everyFieldOfASpecHoldsInTheMachine() throws IOException {
        try (InputStream spec = LoopVmTest.class.getResourceAsStream("every-field.yaml")) {
            Files.copy(spec, folder.resolve("system.yaml"));
        }

        int exit = cli.run("check", "--store", store.toString(), "--format", "json");

        assertThat(exit).as(cli.err() + cli.out()).isZero();
        assertThat(cli.json().get("checks"))
                .hasSize(13)
                .allSatisfy(
                        check -> assertThat(check.get("verdict").asString()).isEqualTo("passed"));
    }

    @Test
    void runShowsTheConsoleAndStopsOnInterrupt() throws IOException, InterruptedException {
        project("");
        Path out = folder.resolve("out.txt");
        Process process =
                new ProcessBuilder(
                                // Whoever starts the tests may have switched the signal off.
                                "env",
                                "--default-signal=INT",
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "run",
                                "--project",
                                folder.toString(),
                                "--store",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            awaitText(process, out, "login:");
            List<ProcessHandle> children = process.descendants().toList();
            assertThat(children).isNotEmpty();

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isEqualTo(130);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void project(String more) throws IOException {
        String text =
                """
                spec: 1
                name: loop
                base: { distribution: debian, release: bookworm }
                """;
        Files.writeString(folder.resolve("system.yaml"), text + more);
    }

    private static void awaitText(Process process, Path file, String text)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.readString(file).contains(text)) {
            assertThat(process.isAlive()).as(Files.readString(file)).isTrue();
            assertThat(Instant.now()).as(Files.readString(file)).isBefore(end);
            Thread.sleep(200);
        }
    }
}
