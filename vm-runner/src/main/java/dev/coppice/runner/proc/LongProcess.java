package dev.coppice.runner.proc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A process that lives on its own for a while, such as a virtual machine. What it prints goes to a
 * file, so that nothing blocks it and its last words outlive both it and us. Where the host has
 * setsid(1), it is in a session of its own: Ctrl+C in our terminal does not reach it.
 */
public final class LongProcess {

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME");

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;
    private final Path output;

    private LongProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a process with an empty standard input.
     *
     * @param output receives its standard output and standard error; overwritten
     * @throws IOException when the program cannot be started
     */
    public static LongProcess start(Command command, Path output) throws IOException {
        var argv = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            argv.add(SETSID.toString());
        }
        argv.addAll(command.argv());
        var builder = new ProcessBuilder(argv);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(command.environment());
        command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        return new LongProcess(builder.start(), output);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** When the operating system says that it began; absent once it has ended. */
    public Optional<Instant> started() {
        return process.toHandle().info().startInstant();
    }

    /** Completes with the exit code (128 + signal when a signal ended it). */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends it at once (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
    }

    /** The last lines that it printed, at most {@code count}; empty when there are none. */
    public List<String> lastLines(int count) {
        return lastLines(output, count);
    }

    /** The last lines of a file, at most {@code count}; empty when it cannot be read. */
    public static List<String> lastLines(Path file, int count) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<String> lines =
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException _) {
            return List.of();
        }
    }
}
