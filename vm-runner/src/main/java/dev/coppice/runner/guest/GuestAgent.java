package dev.coppice.runner.guest;

import dev.coppice.runner.qmp.JsonLines;
import dev.coppice.runner.qmp.QmpException;

import tools.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Speaks with qemu-guest-agent in the machine. The line carries no ids: so one question at a time,
 * and after a question that got no answer in time the line is synchronised anew, lest a late answer
 * be taken for the next one's.
 */
public final class GuestAgent implements GuestShell, Closeable {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration FIRST_POLL = Duration.ofMillis(20);
    private static final Duration LAST_POLL = Duration.ofMillis(250);

    private final JsonLines lines;
    private final BlockingQueue<Optional<JsonNode>> answers = new LinkedBlockingQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong lastSync = new AtomicLong(System.nanoTime() & 0xFFFFFF);
    private boolean inSync;

    private GuestAgent(JsonLines lines) {
        this.lines = lines;
    }

    /** Connects to QEMU's end of the line; whether an agent answers shows {@link #sync}. */
    public static GuestAgent connect(Path socket) throws IOException {
        var agent = new GuestAgent(JsonLines.connect(socket));
        Thread.ofVirtual().name("guest-agent-reader").start(agent::readAll);
        return agent;
    }

    /**
     * Asks whether the agent is there.
     *
     * @return whether it answered in time
     * @throws IOException when the line is closed
     */
    public boolean sync(Duration timeout) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return trySync(timeout);
        } finally {
            turn.unlock();
        }
    }

    /** Runs a program of the guest, without input, and waits for its end. */
    public ExecResult exec(Duration timeout, String program, String... arguments)
            throws IOException, InterruptedException, TimeoutException {
        JsonNode started =
                call(
                        "guest-exec",
                        Map.of("path", program, "arg", List.of(arguments), "capture-output", true));
        long pid = started.path("pid").asLong();
        long end = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_POLL.toMillis();
        while (true) {
            JsonNode status = call("guest-exec-status", Map.of("pid", pid));
            if (status.path("exited").asBoolean(false)) {
                return result(status);
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException(
                        program + " did not end within " + timeout.toSeconds() + " s");
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 3 / 2, LAST_POLL.toMillis());
        }
    }

    @Override
    public ExecResult run(String script, Duration timeout)
            throws IOException, InterruptedException, TimeoutException {
        return exec(timeout, "/bin/sh", "-c", script);
    }

    /** Asks the guest's init to power off; the agent does not answer this question. */
    public void powerDown() throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            inSync = false;
            lines.write(
                    Map.of("execute", "guest-shutdown", "arguments", Map.of("mode", "powerdown")));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Asks the agent one question.
     *
     * @throws QmpException when it refuses
     * @throws TimeoutException when it does not answer
     */
    public JsonNode call(String command, Map<String, ?> arguments)
            throws IOException, InterruptedException, TimeoutException {
        turn.lockInterruptibly();
        try {
            if (!inSync && !trySync(ANSWER)) {
                throw new TimeoutException("the guest agent does not answer");
            }
            // Whoever is interrupted from here on leaves an answer on the line.
            inSync = false;
            lines.write(Map.of("execute", command, "arguments", arguments));
            JsonNode answer = next(System.nanoTime() + ANSWER.toNanos());
            if (answer == null) {
                throw new TimeoutException("the guest agent did not answer " + command);
            }
            inSync = true;
            JsonNode error = answer.get("error");
            if (error != null) {
                throw new QmpException(
                        error.path("class").asString("GenericError"),
                        error.path("desc").asString("the guest agent gave no reason"));
            }
            return answer.path("return");
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException _) {
            // The reader notices the end either way.
        }
    }

    private boolean trySync(Duration timeout) throws IOException, InterruptedException {
        long id = lastSync.incrementAndGet();
        // The leading 0xFF makes the agent forget a question that was cut off.
        lines.write(
                Map.of("execute", "guest-sync-delimited", "arguments", Map.of("id", id)),
                (byte) 0xFF);
        long end = System.nanoTime() + timeout.toNanos();
        for (JsonNode answer = next(end); answer != null; answer = next(end)) {
            if (answer.path("return").isNumber() && answer.path("return").asLong() == id) {
                inSync = true;
                return true;
            }
        }
        inSync = false;
        return false;
    }

    private JsonNode next(long end) throws IOException, InterruptedException {
        Optional<JsonNode> answer =
                answers.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (answer == null) {
            return null;
        }
        if (answer.isEmpty()) {
            answers.add(answer);
            throw new QmpException("Disconnected", "the line to the guest agent is closed");
        }
        return answer.get();
    }

    private void readAll() {
        try {
            for (var answer = lines.read(); answer.isPresent(); answer = lines.read()) {
                answers.add(answer);
            }
        } catch (IOException _) {
            // The end of the line, seen from the side that closed it.
        } finally {
            close();
            answers.add(Optional.empty());
        }
    }

    private static ExecResult result(JsonNode status) {
        int exit =
                status.has("signal")
                        ? 128 + status.path("signal").asInt()
                        : status.path("exitcode").asInt(-1);
        return new ExecResult(exit, text(status.path("out-data")), text(status.path("err-data")));
    }

    private static String text(JsonNode data) {
        byte[] bytes = Base64.getDecoder().decode(data.asString(""));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
