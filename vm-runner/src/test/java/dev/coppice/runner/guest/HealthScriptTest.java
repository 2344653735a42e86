package dev.coppice.runner.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.spec.Check;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The script is run by this host's shell. */
class HealthScriptTest {

    @TempDir Path folder;

    @Test
    void holdsWhenAllChecksHold() throws Exception {
        Path file = Files.writeString(folder.resolve("it's"), "one\ntwo 'three'\n");
        assertThat(
                        verdict(
                                new Check.CommandExits("echo hello; exit 3", 3, Optional.of("ell")),
                                new Check.FileIs(file.toString(), true, Optional.of("two 'thr")),
                                new Check.FileIs(folder + "/absent", false, Optional.empty()),
                                new Check.BootsWithin(Duration.ofSeconds(1))))
                .isZero();
    }

    @Test
    void isDecidedWhenACommandOrAFileIsWrong() throws Exception {
        assertThat(verdict(new Check.CommandExits("exit 1", 0, Optional.empty()))).isEqualTo(2);
        assertThat(verdict(new Check.CommandExits("echo a", 0, Optional.of("b")))).isEqualTo(2);
        assertThat(verdict(new Check.FileIs(folder + "/absent", true, Optional.empty())))
                .isEqualTo(2);
        assertThat(verdict(new Check.FileIs(folder.toString(), false, Optional.empty())))
                .isEqualTo(2);
    }

    @Test
    void waitsForPortsAndPages() throws Exception {
        // Port 1 (tcpmux) is open nowhere.
        assertThat(verdict(new Check.Port(1, false))).isZero();
        assertThat(verdict(new Check.Port(1, true))).isEqualTo(1);
        assertThat(verdict(new Check.Http("http://127.0.0.1:1/", 200, Optional.empty())))
                .isEqualTo(1);
    }

    @Test
    void oneThatCannotHoldAnyMoreDecides() throws Exception {
        assertThat(
                        verdict(
                                new Check.CommandExits("false", 0, Optional.empty()),
                                new Check.Port(1, true)))
                .isEqualTo(2);
    }

    private int verdict(Check... checks) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("health"), HealthScript.of(List.of(checks)));
        List<String> lines = new ArrayList<>();
        Exit exit =
                ProcessRunner.ofHost()
                        .run(Command.of("sh", script.toString()), lines::add, new Cancellation());
        assertThat(lines).as(String.join("\n", lines)).hasSize(checks.length);
        return ((Exit.Exited) exit).code();
    }
}
