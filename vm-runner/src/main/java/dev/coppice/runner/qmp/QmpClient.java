package dev.coppice.runner.qmp;

import tools.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A client of QEMU's monitor protocol (QMP). Answers are matched by id, since events and answers
 * come in any order; the end of the connection completes what still waits.
 */
public final class QmpClient implements Closeable {

    private final JsonLines lines;
    private final Consumer<QmpEvent> events;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private QmpClient(JsonLines lines, Consumer<QmpEvent> events) {
        this.lines = lines;
        this.events = events;
    }

    /**
     * Connects and leaves the negotiation mode.
     *
     * @param events told of QEMU's events in order, from the reader thread
     */
    public static QmpClient connect(Path socket, Consumer<QmpEvent> events) throws IOException {
        JsonLines lines = JsonLines.connect(socket);
        var client = new QmpClient(lines, events);
        try {
            JsonNode greeting =
                    lines.read().orElseThrow(() -> new IOException("QEMU closed its monitor"));
            if (!greeting.has("QMP")) {
                throw new IOException("not a QEMU monitor: " + socket);
            }
            Thread.ofVirtual().name("qmp-reader").start(client::readAll);
            client.execute("qmp_capabilities");
        } catch (IOException e) {
            lines.close();
            throw e;
        }
        return client;
    }

    /** Runs a command without arguments; see {@link #execute(String, Map)}. */
    public CompletableFuture<JsonNode> execute(String command) {
        return execute(command, Map.of());
    }

    /** Runs a command. The future gives what it returns, or fails with a {@link QmpException}. */
    public CompletableFuture<JsonNode> execute(String command, Map<String, ?> arguments) {
        var answer = new CompletableFuture<JsonNode>();
        String id = "c" + lastId.incrementAndGet();
        waiting.put(id, answer);
        try {
            lines.write(Map.of("execute", command, "arguments", arguments, "id", id));
        } catch (IOException e) {
            waiting.remove(id);
            answer.completeExceptionally(disconnected());
        }
        if (closed.isDone()) {
            failAll();
        }
        return answer;
    }

    /** Completes when the connection has ended, by whichever side. */
    public CompletableFuture<Void> closed() {
        return closed.copy();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException _) {
            // The reader notices the end either way.
        }
    }

    private void readAll() {
        try {
            for (var message = lines.read(); message.isPresent(); message = lines.read()) {
                dispatch(message.get());
            }
        } catch (IOException _) {
            // The end of the connection, seen from the side that closed it.
        } finally {
            close();
            closed.complete(null);
            failAll();
        }
    }

    private void dispatch(JsonNode message) {
        if (message.has("event")) {
            events.accept(new QmpEvent(message.path("event").asString(), message.path("data")));
            return;
        }
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asString(""));
        if (answer == null) {
            return;
        }
        JsonNode error = message.get("error");
        if (error == null) {
            answer.complete(message.path("return"));
        } else {
            answer.completeExceptionally(
                    new QmpException(
                            error.path("class").asString("GenericError"),
                            error.path("desc").asString("QEMU gave no reason")));
        }
    }

    private void failAll() {
        for (String id : waiting.keySet()) {
            CompletableFuture<JsonNode> answer = waiting.remove(id);
            if (answer != null) {
                answer.completeExceptionally(disconnected());
            }
        }
    }

    private static QmpException disconnected() {
        return new QmpException("Disconnected", "QEMU closed its monitor before it answered");
    }
}
