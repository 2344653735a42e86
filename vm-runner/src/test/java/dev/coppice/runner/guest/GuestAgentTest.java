package dev.coppice.runner.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.qmp.FakePeer;
import dev.coppice.runner.qmp.FakePeer.Line;
import dev.coppice.runner.qmp.QmpException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeoutException;

@Timeout(30)
class GuestAgentTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir Path directory;

    private Path socket() {
        return directory.resolve("agent");
    }

    private static void answerSync(Line line) throws IOException {
        String request = line.read();
        // ISO 8859-1 shows the byte 0xFF as U+00FF.
        assertThat(request).startsWith("\u00FF").contains("guest-sync-delimited");
        var answer = new ByteArrayOutputStream();
        answer.write(0xFF);
        answer.writeBytes(
                ("{\"return\": " + Line.field(request, "id") + "}\n")
                        .getBytes(StandardCharsets.UTF_8));
        line.write(answer.toByteArray());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void knowsASilentAgentFromOneThatAnswers() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    line.read();
                                    answerSync(line);
                                    line.read();
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThat(agent.sync(SHORT)).isFalse();
            assertThat(agent.sync(LONG)).isTrue();
        }
    }

    @Test
    void passesOverStaleAnswersAndTornLinesBeforeItsOwn() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    line.write("\"rest of an answer\": 3}");
                                    line.write("{\"return\": 1}");
                                    line.write("{\"error\": {\"class\": \"GenericError\"}}");
                                    line.write("{\"return\": ");
                                    answerSync(line);
                                    line.read();
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThat(agent.sync(LONG)).isTrue();
        }
    }

    @Test
    void runsAProgramAndWaitsForItsEnd() throws Exception {
        try (var peer =
                        new FakePeer(
                                socket(),
                                line -> {
                                    answerSync(line);
                                    assertThat(line.read())
                                            .contains("guest-exec")
                                            .contains("\"capture-output\":true")
                                            .contains("[\"-c\",\"echo x\"]");
                                    line.write("{\"return\": {\"pid\": 42}}");
                                    assertThat(line.read()).contains("\"pid\":42");
                                    line.write("{\"return\": {\"exited\": false}}");
                                    line.read();
                                    line.write(
                                            "{\"return\": {\"exited\": true, \"exitcode\": 3,"
                                                    + " \"out-data\": \""
                                                    + base64("grün\n")
                                                    + "\", \"err-data\": \""
                                                    + base64("oh")
                                                    + "\"}}");
                                    line.read();
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThat(agent.run("echo x", LONG)).isEqualTo(new ExecResult(3, "grün\n", "oh"));
            assertThat(peer.done()).isNotDone();
        }
    }

    @Test
    void tellsASignalAsTheShellDoes() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    answerSync(line);
                                    line.read();
                                    line.write("{\"return\": {\"pid\": 1}}");
                                    line.read();
                                    line.write("{\"return\": {\"exited\": true, \"signal\": 9}}");
                                    line.read();
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThat(agent.run("kill -9 $$", LONG).exitCode()).isEqualTo(137);
        }
    }

    @Test
    void givesUpOnAProgramThatDoesNotEnd() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    answerSync(line);
                                    line.read();
                                    line.write("{\"return\": {\"pid\": 1}}");
                                    while (line.read() != null) {
                                        line.write("{\"return\": {\"exited\": false}}");
                                    }
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThatThrownBy(() -> agent.run("sleep 99", SHORT))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("did not end");
        }
    }

    @Test
    void tellsARefusalAndTheEndOfTheLine() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    answerSync(line);
                                    line.read();
                                    line.write(
                                            "{\"error\": {\"class\": \"CommandNotFound\","
                                                    + " \"desc\": \"disabled\"}}");
                                });
                var agent = GuestAgent.connect(socket())) {
            assertThatThrownBy(() -> agent.run("true", LONG))
                    .isInstanceOf(QmpException.class)
                    .hasMessage("disabled");
            assertThatThrownBy(() -> agent.run("true", LONG)).isInstanceOf(IOException.class);
        }
    }
}
