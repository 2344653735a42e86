package dev.coppice.runner.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.coppice.model.spec.Check;
import dev.coppice.runner.guest.CheckResult.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the checks' scripts for real, on this host's shell, against a real HTTP server. */
@Timeout(60)
class CheckRunnerTest {

    private static final Duration READY = Duration.ofSeconds(12);

    @TempDir Path directory;

    private HttpServer server;
    private final AtomicInteger visits = new AtomicInteger();

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body =
                            ("Welcome, visitor "
                                            + visits.incrementAndGet()
                                            + " of "
                                            + exchange.getRequestURI()
                                            + " on "
                                            + exchange.getRequestHeaders().getFirst("Host"))
                                    .getBytes(StandardCharsets.UTF_8);
                    int status = exchange.getRequestURI().getPath().equals("/none") ? 404 : 200;
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private CheckResult run(Check check) throws InterruptedException {
        return new CheckRunner(new HostShell(directory), Duration.ZERO, Duration.ZERO)
                .run(List.of(check), READY, (_, _) -> {})
                .getFirst();
    }

    private void passes(Check check, String detail) throws InterruptedException {
        CheckResult result = run(check);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASSED);
        assertThat(result.detail()).contains(detail);
    }

    private void fails(Check check, String detail) throws InterruptedException {
        CheckResult result = run(check);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAILED);
        assertThat(result.detail()).contains(detail);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Test
    void fetchesUrls() throws Exception {
        passes(new Check.Http(url("/"), 200, Optional.of("Welcome")), "status 200");
        passes(new Check.Http(url(""), 200, Optional.of("of / on localhost:")), "status 200");
        passes(new Check.Http(url("/a%20b?q='$HOME'"), 200, Optional.of("$HOME")), "200");
        passes(new Check.Http(url("/none"), 404, Optional.empty()), "404");
        fails(new Check.Http(url("/none"), 200, Optional.empty()), "status 404");
        fails(new Check.Http(url("/"), 200, Optional.of("Goodbye")), "begins with: Welcome");
        int port = server.getAddress().getPort();
        server.stop(0);
        fails(new Check.Http("http://localhost:" + port + "/", 200, Optional.empty()), "refused");
        assertThat(run(new Check.Http("http://", 200, Optional.empty())).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void triesPorts() throws Exception {
        int port = server.getAddress().getPort();
        passes(new Check.Port(port, true), "open on 127.0.0.1");
        fails(new Check.Port(port, false), "open on 127.0.0.1");
        server.stop(0);
        passes(new Check.Port(port, false), "nothing accepts");
        fails(new Check.Port(port, true), "nothing accepts");
    }

    @Test
    void runsCommands() throws Exception {
        passes(new Check.CommandExits("true", 0, Optional.empty()), "exit code 0");
        passes(
                new Check.CommandExits("echo 'it'\\''s'; exit 3", 3, Optional.of("it's")),
                "exit code 3: it's");
        passes(new Check.CommandExits("echo oh >&2", 0, Optional.of("oh")), "oh");
        passes(new Check.CommandExits("printf '@@coppice 7\\n'", 0, Optional.of("7")), "");
        fails(new Check.CommandExits("false", 0, Optional.empty()), "exit code 1");
        fails(new Check.CommandExits("echo no", 0, Optional.of("yes")), "begins with: no");
        fails(new Check.CommandExits("no-such-program", 0, Optional.empty()), "127");
    }

    @Test
    void looksAtFiles() throws Exception {
        Path file = Files.writeString(directory.resolve("a 'file'"), "Grüße\nzwei\n");
        passes(new Check.FileIs(file.toString(), true, Optional.empty()), "exists");
        passes(new Check.FileIs(file.toString(), true, Optional.of("Grüße\nzwei")), "exists");
        fails(new Check.FileIs(file.toString(), true, Optional.of("drei")), "begins with");
        fails(new Check.FileIs(file.toString(), false, Optional.empty()), "it exists");
        passes(new Check.FileIs(file + "2", false, Optional.empty()), "does not exist");
        fails(new Check.FileIs(file + "2", true, Optional.of("x")), "does not exist");
        passes(new Check.FileIs(directory.toString(), true, Optional.empty()), "exists");
    }

    @Test
    void knowsTheTimeOfTheBoot() throws Exception {
        passes(new Check.BootsWithin(Duration.ofSeconds(12)), "ready after 12.0 s");
        fails(new Check.BootsWithin(Duration.ofMillis(11_900)), "ready after 12.0 s");
    }

    @Test
    void judgesUnitsByWhatSystemdSays() {
        var active = new Check.UnitIs("nginx.service", "active");
        var failed = new Check.UnitIs("nginx.service", "failed");
        String running = "LoadState=loaded\nActiveState=active\nSubState=running\nResult=success";
        String starting = "LoadState=loaded\nActiveState=activating\nSubState=start";
        String broken = "LoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code";
        String missing = "LoadState=not-found\nActiveState=inactive\nSubState=dead";

        assertThat(CheckJudge.judge(active, running, READY).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(CheckJudge.judge(active, starting, READY))
                .isEqualTo(new CheckJudge.Finding(Verdict.FAILED, "activating (start)", true));
        assertThat(CheckJudge.judge(active, broken, READY))
                .isEqualTo(
                        new CheckJudge.Finding(
                                Verdict.FAILED, "failed (failed), result: exit-code", false));
        assertThat(CheckJudge.judge(failed, broken, READY).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(CheckJudge.judge(active, missing, READY))
                .isEqualTo(new CheckJudge.Finding(Verdict.FAILED, "there is no such unit", false));
        assertThat(CheckJudge.judge(active, "Failed to connect to bus", READY).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void asksAgainOnlyWhatMayStillChange() throws Exception {
        var rounds = new AtomicInteger();
        var scripts = new ArrayList<String>();
        GuestShell shell =
                (script, _) -> {
                    scripts.add(script);
                    String state = rounds.incrementAndGet() < 3 ? "activating" : "active";
                    return new ExecResult(
                            0,
                            "\n@@coppice 0\nexit=1\n\n@@coppice 1\nLoadState=loaded\nActiveState="
                                    + state
                                    + "\nSubState=x\n",
                            "");
                };
        var finished = new ArrayList<Boolean>();
        List<CheckResult> results =
                new CheckRunner(shell, Duration.ofSeconds(20), Duration.ofMillis(1))
                        .run(
                                List.of(
                                        new Check.CommandExits("false", 0, Optional.empty()),
                                        new Check.UnitIs("a.service", "active")),
                                READY,
                                (_, end) -> finished.add(end));
        assertThat(results)
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.FAILED, Verdict.PASSED);
        assertThat(results)
                .extracting(CheckResult::check)
                .containsExactly("`false` exits with 0", "a.service is active");
        assertThat(finished).containsExactly(false, false, true);
        assertThat(scripts.get(0)).contains("@@coppice %s\\n' '0'");
        assertThat(scripts.get(1)).doesNotContain("'0'");
    }

    @Test
    void saysWhenTheMachineCannotBeAsked() throws Exception {
        GuestShell shell =
                (_, _) -> {
                    throw new TimeoutException("the guest agent does not answer");
                };
        List<CheckResult> results =
                new CheckRunner(shell, Duration.ofSeconds(9), Duration.ZERO)
                        .run(List.of(new Check.Port(80, true)), READY, (_, _) -> {});
        assertThat(results.getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(results.getFirst().detail()).contains("does not answer");
    }

    @Test
    void hasNothingToAskWithoutChecks() throws Exception {
        var finished = new ArrayList<Boolean>();
        assertThat(
                        new CheckRunner(new HostShell(directory), Duration.ZERO, Duration.ZERO)
                                .run(List.of(), READY, (_, end) -> finished.add(end)))
                .isEmpty();
        assertThat(finished).containsExactly(true);
    }
}
