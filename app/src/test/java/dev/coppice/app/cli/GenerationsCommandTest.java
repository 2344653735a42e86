package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code generations} and {@code diff}. */
class GenerationsCommandTest {

    @TempDir Path folder;
    private final FakeGenerations generations = new FakeGenerations();
    private final FakeMachines machines = new FakeMachines(generations);
    private CliRun cli;
    private Path file;
    private String first;

    @BeforeEach
    void start() throws IOException {
        cli =
                new CliRun(
                        folder,
                        store ->
                                new Engine(
                                        store,
                                        new FakeBuilder(generations),
                                        FakeBuilder.EVALUATOR,
                                        generations,
                                        machines,
                                        null));
        CliRun.example(folder);
        file = folder.resolve("system.yaml");
        first = Files.readString(file);
        generations.add("web-server", first);
        generations.add("web-server", first.replace("hostname: web-01", "hostname: web-02"));
    }

    @Test
    void listShowsTheNewestFirstAndTheCurrentOne() {
        assertThat(cli.run("generations", "list")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        *  2  2026-11-22 20:02  130.0 MB  built in 1.4 s  not booted yet
                           1  2026-11-22 20:01  130.0 MB  built in 1.4 s  not booted yet
                        """);

        assertThat(cli.run("generations", "list", "--format", "json")).isZero();
        assertThat(cli.json().get("current").asInt()).isEqualTo(2);
        assertThat(cli.json().get("generations")).hasSize(2);
    }

    @Test
    void showKnowsSpecAndLog() {
        assertThat(cli.run("generations", "show", "1")).isZero();
        assertThat(cli.out()).startsWith("web-server generation 1\n").contains("same release");

        assertThat(cli.run("generations", "show", "1", "--spec")).isZero();
        assertThat(cli.out()).isEqualTo(first);

        assertThat(cli.run("generations", "show", "1", "--log")).isZero();
        assertThat(cli.out()).isEqualTo("line of the log\n");

        assertThat(cli.run("generations", "show", "1", "--format", "json")).isZero();
        assertThat(cli.json().get("specText").asString()).isEqualTo(first);
    }

    @Test
    void rollbackBringsTheTextBackAndKeepsWhatStoodThere() throws IOException {
        Files.writeString(file, first + "# mine\n");

        assertThat(cli.run("generations", "rollback", "1")).isZero();
        assertThat(Files.readString(file)).isEqualTo(first);
        Path kept = folder.resolve("system.yaml.before-rollback-to-1");
        assertThat(Files.readString(kept)).isEqualTo(first + "# mine\n");
        assertThat(generations.current("web-server")).contains(1);
        assertThat(cli.out()).contains("To undo: mv '" + kept);

        assertThat(cli.run("generations", "rollback", "1")).isZero();
        assertThat(cli.out()).contains("had its text already");
    }

    @Test
    void anotherSystemCanBeNamed() {
        assertThat(cli.run("generations", "list", "--system", "other")).isZero();
        assertThat(cli.out()).contains("other has no generations");
    }

    @Test
    void diffComparesGenerationsByNumber() {
        assertThat(cli.run("diff", "1", "2")).isZero();
        assertThat(cli.out()).contains("web-01").contains("web-02");

        assertThat(cli.run("diff", "1", "2", "--format", "json")).isZero();
        assertThat(cli.json().get("differences").asInt()).isPositive();
    }

    @Test
    void diffComparesSpecFilesByMeaning() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other, first.replace("hostname: web-01", "# a comment\nhostname: web-02"));

        assertThat(cli.run("diff", "system.yaml", "other.yaml")).isZero();
        assertThat(cli.out().lines()).hasSize(2);
        assertThat(cli.out()).contains("web-01 -> web-02");

        assertThat(cli.run("diff", "system.yaml", "system.yaml")).isZero();
        assertThat(cli.out()).contains("They mean the same.");

        assertThat(cli.run("diff", "1", "other.yaml")).isEqualTo(2);
    }
}
