package dev.coppice.runner.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class ProcessRunnerTest {

    private final ProcessRunner runner =
            new ProcessRunner(
                    Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"),
                    ToolLocator.of("/usr/bin:/bin"),
                    Duration.ofMillis(300));
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @TempDir Path dir;

    private Exit sh(String script) throws InterruptedException {
        return runner.run(Command.of("sh", "-c", script), lines::add, cancellation);
    }

    @Test
    void outputOfBothStreamsComesLineByLineInOrder() throws Exception {
        assertThat(sh("echo one; echo two >&2; printf 'a\\rb\\nlast'")).isEqualTo(exited(0));
        assertThat(lines).containsExactly("one", "two", "a", "b", "last");
    }

    @Test
    void theEndIsTold() throws Exception {
        assertThat(sh("exit 7")).isEqualTo(exited(7));
        assertThat(sh("kill -9 $$")).isEqualTo(new Exit.Signalled(9));
        assertThat(runner.run(Command.of("no-such-tool"), lines::add, cancellation))
                .isEqualTo(new Exit.NotFound("no-such-tool"));
        Command lost = Command.of("true").in(dir.resolve("absent"));
        assertThat(runner.run(lost, lines::add, cancellation).describe()).contains("absent");
    }

    @Test
    void onlyTheFixedEnvironmentIsPassed() throws Exception {
        Exit exit =
                runner.run(
                        new Command(List.of("env"), Map.of("EXTRA", "x y"), Optional.empty()),
                        lines::add,
                        cancellation);
        assertThat(exit.ok()).isTrue();
        assertThat(lines)
                .containsExactlyInAnyOrder("PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "EXTRA=x y");
    }

    @Test
    void inputComesFromAFileOrIsHeld() throws Exception {
        Path file = Files.writeString(dir.resolve("in"), "hello\n");
        Command cat = Command.of("cat");
        runner.run(cat.reading(new Command.Input.FromFile(file)), lines::add, cancellation);
        runner.run(cat, lines::add, cancellation);
        assertThat(lines).containsExactly("hello");
        Command held = Command.of("timeout", "0.3", "cat").reading(new Command.Input.Held());
        assertThat(runner.run(held, lines::add, cancellation)).isEqualTo(exited(124));
    }

    @Test
    void cancelEndsGrandchildrenThatIgnoreTerm() throws Exception {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (lines.size() < 2) {
                                Thread.onSpinWait();
                            }
                            cancellation.cancel();
                        });
        Exit exit =
                sh(
                        "sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.1; done' & "
                                + "echo $$; wait");
        assertThat(exit).isEqualTo(new Exit.Cancelled());
        for (String pid : lines) {
            // A killed orphan stays visible until the host's first process has reaped it.
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    @Test
    void cancelledBeforeItBegan() throws Exception {
        cancellation.cancel();
        assertThat(sh("echo never")).isEqualTo(new Exit.Cancelled());
        assertThat(lines).isEmpty();
    }

    @Test
    void aDaemonThatHoldsTheOutputDoesNotHoldUs() throws Exception {
        long before = System.nanoTime();
        assertThat(sh("sleep 20 & echo $!")).isEqualTo(exited(0));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        ProcessHandle.of(Long.parseLong(lines.getFirst())).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void theShellLineCanBePasted() throws Exception {
        Command command =
                Command.of("printf", "%s\\n", "it's $HOME", "a b").in(dir).with("A", "1 2");
        assertThat(command.shellLine())
                .isEqualTo("cd " + dir + " && A='1 2' printf '%s\\n' 'it'\\''s $HOME' 'a b'");
        sh(command.shellLine());
        assertThat(lines).containsExactly("it's $HOME", "a b");
    }

    private static Exit exited(int code) {
        return new Exit.Exited(code);
    }
}
