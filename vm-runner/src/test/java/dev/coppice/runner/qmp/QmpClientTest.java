package dev.coppice.runner.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.qmp.FakePeer.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class QmpClientTest {

    private static final String GREETING =
            "{\"QMP\": {\"version\": {\"qemu\": {\"major\": 7}}, \"capabilities\": []}}";

    @TempDir Path directory;

    private Path socket() {
        return directory.resolve("qmp");
    }

    private static void greet(Line line) throws IOException {
        line.write(GREETING);
        String request = line.read();
        assertThat(request).contains("qmp_capabilities");
        line.write("{\"return\": {}, \"id\": \"" + Line.field(request, "id") + "\"}");
    }

    private static String answer(String request, String value) {
        return "{\"return\": " + value + ", \"id\": \"" + Line.field(request, "id") + "\"}";
    }

    @Test
    void matchesAnswersByIdWhateverTheirOrder() throws Exception {
        try (var peer =
                        new FakePeer(
                                socket(),
                                line -> {
                                    greet(line);
                                    String first = line.read();
                                    String second = line.read();
                                    line.write(answer(second, "{\"n\": 2}"));
                                    line.write(answer(first, "{\"n\": 1}"));
                                    line.read();
                                });
                var client = QmpClient.connect(socket(), _ -> {})) {
            var first = client.execute("query-status");
            var second = client.execute("query-block", Map.of("flat", true));
            assertThat(first.get(5, TimeUnit.SECONDS).path("n").asInt()).isEqualTo(1);
            assertThat(second.get(5, TimeUnit.SECONDS).path("n").asInt()).isEqualTo(2);
            assertThat(peer.done()).isNotDone();
        }
    }

    @Test
    void tellsEventsInOrderAlsoBetweenQuestionAndAnswer() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        var opened = new CompletableFuture<Boolean>();
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    greet(line);
                                    String request = line.read();
                                    line.write("{\"event\": \"POWERDOWN\", \"timestamp\": {}}");
                                    line.write(
                                            "{\"event\": \"VSERPORT_CHANGE\", \"data\": {\"open\":"
                                                    + " true, \"id\": \"agent\"}}");
                                    line.write(answer(request, "{}"));
                                    line.read();
                                });
                var client =
                        QmpClient.connect(
                                socket(),
                                event -> {
                                    events.add(event.name());
                                    if (event.data().path("open").asBoolean(false)) {
                                        opened.complete(true);
                                    }
                                })) {
            client.execute("system_powerdown").get(5, TimeUnit.SECONDS);
            assertThat(events).containsExactly("POWERDOWN", "VSERPORT_CHANGE");
            assertThat(opened).isCompletedWithValue(true);
        }
    }

    @Test
    void givesQemusReasonWhenItRefuses() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    greet(line);
                                    String id = Line.field(line.read(), "id");
                                    line.write(
                                            "{\"error\": {\"class\": \"CommandNotFound\", \"desc\":"
                                                    + " \"The command x has not been found\"},"
                                                    + " \"id\": \""
                                                    + id
                                                    + "\"}");
                                    line.read();
                                });
                var client = QmpClient.connect(socket(), _ -> {})) {
            assertThatThrownBy(() -> client.execute("x").get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(QmpException.class)
                    .hasMessageContaining("has not been found")
                    .extracting(e -> ((QmpException) e).errorClass())
                    .isEqualTo("CommandNotFound");
        }
    }

    @Test
    void completesWhatWaitsWhenTheSocketEnds() throws Exception {
        try (var _ =
                        new FakePeer(
                                socket(),
                                line -> {
                                    greet(line);
                                    line.read();
                                });
                var client = QmpClient.connect(socket(), _ -> {})) {
            var quit = client.execute("quit");
            assertThatThrownBy(() -> quit.get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(QmpException.class)
                    .hasMessageContaining("closed its monitor");
            client.closed().get(5, TimeUnit.SECONDS);
            assertThatThrownBy(() -> client.execute("query-status").get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(QmpException.class);
        }
    }

    @Test
    void refusesWhatIsNoMonitor() throws Exception {
        try (var _ = new FakePeer(socket(), line -> line.write("{\"hello\": 1}"))) {
            assertThatThrownBy(() -> QmpClient.connect(socket(), _ -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not a QEMU monitor");
        }
        assertThatThrownBy(() -> QmpClient.connect(directory.resolve("none"), _ -> {}))
                .isInstanceOf(IOException.class);
    }
}
