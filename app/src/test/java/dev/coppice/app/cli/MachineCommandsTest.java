package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code run} and {@code check}. */
class MachineCommandsTest {

    private static final CheckResult GOOD =
            new CheckResult("nginx.service is active", CheckResult.Verdict.PASSED, "");
    private static final CheckResult BAD =
            new CheckResult("port 80 is open", CheckResult.Verdict.FAILED, "closed <now>");

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
    void greenChecksEndWithZeroAndTheMachineIsStopped() {
        machines.bootWith(FakeGenerations.boot(GOOD));

        assertThat(cli.run("check")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                          passed   nginx.service is active
                        1 of 1 checks passed; ready after 14 s (tcg).
                        """);
        assertThat(machines.started().join().ended()).isDone();
    }

    @Test
    void aRedCheckEndsWithOne() throws IOException {
        machines.bootWith(FakeGenerations.boot(GOOD, BAD));

        assertThat(cli.run("check", "--junit", "report.xml")).isEqualTo(1);
        assertThat(cli.out())
                .contains("  FAILED   port 80 is open (closed <now>)")
                .contains("1 of 2 checks passed");
        assertThat(Files.readString(folder.resolve("report.xml")))
                .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
                .contains("<failure message=\"closed &lt;now&gt;\"/>");

        assertThat(cli.run("check", "--format", "json")).isEqualTo(1);
        assertThat(cli.json().get("passed").asBoolean()).isFalse();
        assertThat(cli.json().get("checks").get(1).get("verdict").asString()).isEqualTo("failed");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() {
        assertThat(cli.run("check")).isZero();
        assertThat(cli.err()).contains("There is no generation yet");
        assertThat(cli.run("check")).isZero();
        assertThat(builder.builds()).isEqualTo(1);
    }

    @Test
    void aChangedSpecIsBuiltFirst() throws IOException {
        cli.run("check");
        Path file = folder.resolve("system.yaml");
        Files.writeString(file, Files.readString(file).replace("web-01", "web-09"));

        assertThat(cli.run("check")).isZero();
        assertThat(cli.err()).contains("The spec is not what generation 1 was built from");
        assertThat(builder.builds()).isEqualTo(2);
    }

    @Test
    void aNumberedGenerationIsNotBuilt() {
        generations.add("web-server", "old text");

        assertThat(cli.run("check", "1")).isZero();
        assertThat(cli.run("check", "7")).isEqualTo(2);
        assertThat(cli.err()).contains("web-server has no generation 7");
        assertThat(builder.builds()).isZero();
    }

    @Test
    void aFailedBootShowsWhy() {
        machines.failWith(
                new Problem(
                        "qemu-died", "QEMU ended", "Look at its log.", List.of("out of memory")));

        assertThat(cli.run("check")).isEqualTo(3);
        assertThat(cli.err()).contains("error[qemu-died]").contains("  | out of memory");
        assertThat(cli.run("run")).isEqualTo(3);
    }

    @Test
    void runShowsTheConsoleUntilPowerOff() {
        machines.powerOff();

        assertThat(cli.run("run")).isZero();
        assertThat(cli.out()).isEqualTo("web-01 login: ");
        assertThat(cli.err()).contains("throw-away").contains("no KVM here");
    }

    @Test
    void runStopsOnInterruptWith130() {
        machines.started().thenRun(() -> Thread.ofVirtual().start(cli.interrupts()::fire));

        assertThat(cli.run("run", "--keep")).isEqualTo(130);
        assertThat(cli.err()).contains("with kept state").contains("the machine was stopped");
        assertThat(machines.started().join().ended()).isDone();
    }

    @Test
    void runStopsWhenTheTimeIsUp() {
        assertThat(cli.run("run", "--timeout", "1s", "--format", "json")).isZero();
        assertThat(cli.json().get("state").asString()).isEqualTo("stopped");
        assertThat(cli.json().get("boot").get("accelerator").asString()).isEqualTo("tcg");
    }

    @Test
    void leftOversAreMentioned() {
        machines.leftOverTitles.add("web-server generation 3");
        machines.powerOff();

        cli.run("run");

        assertThat(cli.err())
                .contains("web-server generation 3, process 4711")
                .contains("coppice doctor --stop-left-overs");
    }

    @Test
    void badTimesAreUsageErrors() {
        assertThat(cli.run("run", "--timeout", "soon")).isEqualTo(2);
        assertThat(cli.err()).contains("not a time: 'soon'");
    }
}
