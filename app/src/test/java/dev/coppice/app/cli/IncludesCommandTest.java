package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Specs of several files on the command line. */
class IncludesCommandTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            includes: [common.yaml]
            """;
    private static final String COMMON = "timezone: Europe/London\npackages: [htop]\n";

    @TempDir Path folder;
    private final FakeGenerations generations = new FakeGenerations();
    private final FakeBuilder builder = new FakeBuilder(generations);
    private CliRun cli;
    private Path common;

    @BeforeEach
    void start() throws IOException {
        cli =
                new CliRun(
                        folder,
                        store ->
                                new Engine(
                                        store,
                                        builder,
                                        FakeBuilder.EVALUATOR,
                                        generations,
                                        new FakeMachines(generations),
                                        null));
        Files.writeString(folder.resolve("system.yaml"), SPEC);
        common = Files.writeString(folder.resolve("common.yaml"), COMMON);
    }

    private Generation built(String included) throws IOException {
        Generation generation = generations.add("web", SPEC);
        Path copy = Files.writeString(folder.resolve("blob-" + generation.number()), included);
        generations.keep(generation, "common.yaml", copy);
        return generation;
    }

    @Test
    void validateNamesThePlaceInTheIncludedFile() throws IOException {
        assertThat(cli.run("validate")).isZero();

        Files.writeString(common, "packages: [htop]\ntimezone: Mars/Olympus\n");
        assertThat(cli.run("validate")).isEqualTo(1);
        assertThat(cli.out()).contains("system.yaml:4:12: error[bad-timezone]: common.yaml:2:11: ");
    }

    @Test
    void diffSeesWhatChangedInAnIncludedFile() throws IOException {
        built(COMMON);
        built(COMMON.replace("London", "Berlin"));

        assertThat(cli.run("diff", "1", "2")).isZero();
        assertThat(cli.out()).contains("Europe/London").contains("Europe/Berlin");
    }

    @Test
    void aGenerationWithAnotherIncludedFileIsNotUpToDate() throws IOException {
        built(COMMON);
        assertThat(cli.run("run", "--no-wait")).isIn(0, 2);
        int before = builder.builds();

        built("timezone: Etc/UTC\n");
        cli.run("check");

        assertThat(builder.builds()).isEqualTo(before + 1);
    }

    @Test
    void rollbackBringsIncludedFilesBackAndKeepsWhatTheyHeld() throws IOException {
        built("packages: [curl]\n");
        built(COMMON);

        assertThat(cli.run("generations", "rollback", "1")).as(cli.err()).isZero();

        assertThat(common).hasContent("packages: [curl]\n");
        assertThat(folder.resolve("common.yaml.before-rollback-to-1")).hasContent(COMMON);
        assertThat(cli.out()).contains("common.yaml.before-rollback-to-1");
    }

    @Test
    void rollbackBringsTheLockBackAndKeepsWhatItHeld() throws IOException {
        Generation first = built(COMMON);
        Path then = Files.writeString(folder.resolve("blob-of-lock"), "{\"then\": 1}\n");
        generations.keep(first, "system.lock.json", then);
        built(COMMON);
        Path lock = Files.writeString(folder.resolve("system.lock.json"), "{\"now\": 2}\n");

        assertThat(cli.run("generations", "rollback", "1")).as(cli.err()).isZero();

        assertThat(lock).hasContent("{\"then\": 1}\n");
        assertThat(folder.resolve("system.lock.json.before-rollback-to-1"))
                .hasContent("{\"now\": 2}\n");
        assertThat(cli.out())
                .contains("The lock is as it was then")
                .contains("system.lock.json.before-rollback-to-1");
    }
}
