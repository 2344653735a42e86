package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class BuildCommandTest {

    @TempDir Path folder;
    private final FakeGenerations generations = new FakeGenerations();
    private final FakeBuilder builder = new FakeBuilder(generations);
    private final FakeMachines machines = new FakeMachines(generations);
    private CliRun cli;

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
                                        machines,
                                        null));
        CliRun.example(folder);
    }

    @Test
    void aTargetIsAChoiceOfTheBuild() {
        assertThat(cli.run("build", "--target", "nixos", "--builders", "ssh://b")).isZero();
        var nixos = (BuildTarget.Nixos) builder.target();
        assertThat(nixos.settings().builders()).contains("ssh://b");
        assertThat(nixos.export().files()).extracting(ExportedFile::path).contains("flake.nix");
        assertThat(cli.run("build", "--target", "kairos", "--medium", "iso")).isZero();
        var kairos = (BuildTarget.Kairos) builder.target();
        assertThat(kairos.medium()).isEqualTo(BuildTarget.Medium.ISO);
        assertThat(kairos.export().files()).extracting(ExportedFile::path).contains("Dockerfile");
        assertThat(cli.run("build")).isZero();
        assertThat(builder.target()).isInstanceOf(BuildTarget.Debian.class);
        assertThat(cli.run("build", "--target", "plan9")).isEqualTo(2);
    }

    @Test
    void kairosIsBuiltInAClusterThatIsAskedFor() {
        assertThat(
                        cli.run(
                                "build",
                                "--target",
                                "kairos",
                                "--on",
                                "kubernetes",
                                "--namespace",
                                "images",
                                "--keep-remote"))
                .isZero();
        assertThat(((BuildTarget.Kairos) builder.target()).cluster())
                .contains(
                        new BuildTarget.Cluster(
                                Optional.empty(), Optional.of("images"), Optional.empty(), true));
        assertThat(cli.run("build", "--on", "kubernetes")).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("--target kairos");
        assertThat(cli.run("build", "--target", "kairos", "--image", "x"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMissingToolEndsWithFour() {
        builder.failWith(new Problem("tool-missing", "Nix is not installed", "Get it", List.of()));
        assertThat(cli.run("build", "--target", "nixos")).isEqualTo(4);
        assertThat(cli.err()).contains("Nix is not installed", "help: Get it");
    }

    @Test
    void planShowsStepsAndBuildsNothing() {
        assertThat(cli.run("build", "--plan")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        kernel  reuse               40.0 MB  Make the kernel (same kernel)
                        base    reuse               90.0 MB  Make the base (same release)
                        config  make   about 0.9 s  12.3 kB  Make the config (files changed)
                        Expected: about 0.9 s.
                        """);
        assertThat(builder.builds()).isZero();

        assertThat(cli.run("build", "--plan", "--format=json")).isZero();
        assertThat(cli.json().get("steps")).hasSize(3);
        assertThat(cli.json().get("expectedSeconds").asDouble()).isEqualTo(0.9);
    }

    @Test
    void plainProgressGoesToStandardErrorAndTheResultToStandardOutput() {
        assertThat(cli.run("build")).isZero();
        assertThat(cli.err())
                .isEqualTo(
                        """
                        [3/3] config    Make the config (about 0.9 s)
                        [3/3] config    made in 0.9 s, 12.3 kB: files changed
                        Took 1.4 s, forecast 0.9 s; slowest: config, 0.9 s.
                        """);
        assertThat(cli.out())
                .isEqualTo(
                        """
                        Generation 1 of web-server built in 1.4 s, 130.0 MB
                          kernel  reused         40.0 MB  aaaa00000000  same kernel
                          base    reused         90.0 MB  bbbb00000000  same release
                          config  made in 0.9 s  12.3 kB  cccc10000000  files changed
                        """);
    }

    @Test
    void packagesThatTheReleaseDoesNotHaveAreNamedFirst() throws IOException {
        var nothing = new PackageIndex(List.of());
        Engine.Factory engines =
                store ->
                        new Engine(
                                store, builder, FakeBuilder.EVALUATOR, generations, machines, null);
        var listed = new CliRun(folder, engines, false, (release, mirror) -> nothing);
        assertThat(listed.run("build")).isZero();
        assertThat(listed.err())
                .startsWith("system.yaml:")
                .contains("warning[unknown-package]: Debian bookworm has no package `nginx`")
                .contains("[3/3] config    made in");
    }

    @Test
    void jsonIsOneGeneration() {
        assertThat(cli.run("build", "--format", "json")).isZero();
        assertThat(cli.json().get("number").asInt()).isEqualTo(1);
        assertThat(cli.json().get("layers").get(2).get("reused").asBoolean()).isFalse();
    }

    @Test
    void specErrorsStopABuild() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), "spec: 1\n");

        assertThat(cli.run("build")).isEqualTo(1);
        assertThat(cli.err()).contains("system.yaml:1:1: error").contains("error[spec-errors]");
        assertThat(builder.builds()).isZero();
    }

    @Test
    void failuresShowTheirLogAndWhatToDo() {
        builder.failWith(
                new Problem(
                        "no-such-package",
                        "nginxx is in no archive",
                        "Look for its name with apt-cache search.",
                        List.of("E: Unable to locate package nginxx")));

        assertThat(cli.run("build")).isEqualTo(3);
        assertThat(cli.err())
                .contains("config    failed after 2.0 s")
                .contains("coppice: error[no-such-package]: nginxx is in no archive")
                .contains("  | E: Unable to locate package nginxx")
                .contains("  help: Look for its name with apt-cache search.");

        assertThat(cli.run("build", "--format", "json")).isEqualTo(3);
        assertThat(cli.json().get("error").get("code").asString()).isEqualTo("no-such-package");
    }

    @Test
    void aMissingToolHasItsOwnExitCode() {
        builder.failWith(
                new Problem(
                        "tool-missing",
                        "mmdebstrap was not found",
                        "sudo apt-get install mmdebstrap",
                        List.of()));

        assertThat(cli.run("build")).isEqualTo(4);
    }

    @Test
    void anInterruptCancels() {
        builder.neverEnd();
        Thread.ofVirtual().start(() -> cli.interrupts().fire());

        assertThat(cli.run("build")).isEqualTo(130);
        assertThat(cli.err()).contains("the build was cancelled");
    }
}
