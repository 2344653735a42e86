package dev.coppice.runner.proc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Starts processes; nothing else in Coppice does. Every process gets the same small environment, so
 * that the person's own settings never change what a build yields.
 */
public final class ProcessRunner {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private final ToolLocator tools;
    private final Duration grace;

    /**
     * @param environment what every process gets, see {@link ProcessEnvironment}
     * @param tools finds programs that are named without a path
     */
    public ProcessRunner(Map<String, String> environment, ToolLocator tools) {
        this(environment, tools, GRACE);
    }

    /**
     * @param grace time between SIGTERM and SIGKILL
     */
    public ProcessRunner(Map<String, String> environment, ToolLocator tools, Duration grace) {
        this.environment = Map.copyOf(environment);
        this.tools = tools;
        this.grace = grace;
    }

    /** With the environment and the tools of this host. */
    public static ProcessRunner ofHost() {
        Map<String, String> environment = ProcessEnvironment.from(System.getenv());
        return new ProcessRunner(environment, ToolLocator.of(environment.get("PATH")));
    }

    /** What every process gets. */
    public Map<String, String> environment() {
        return environment;
    }

    public ToolLocator tools() {
        return tools;
    }

    /**
     * Runs a command to its end.
     *
     * @param lines gets every line of its output (standard output and error in one), in order, from
     *     one thread
     * @param cancellation stops it and all its descendants
     */
    public Exit run(Command command, Consumer<String> lines, Cancellation cancellation)
            throws InterruptedException {
        if (cancellation.isCancelled()) {
            return new Exit.Cancelled();
        }
        return switch (start(command, lines)) {
            case Started.Failed(Exit exit) -> exit;
            case Started.Running(RunningProcess process) -> {
                try (var _ = cancellation.onCancel(process::stop)) {
                    yield process.await();
                } catch (InterruptedException e) {
                    process.stop();
                    throw e;
                }
            }
        };
    }

    /**
     * Starts a command and leaves it running; the caller stops it on every path.
     *
     * @param lines gets every line of its output, in order, from one thread
     */
    public Started start(Command command, Consumer<String> lines) {
        String program = command.argv().getFirst();
        Optional<Path> found = tools.find(program);
        if (found.isEmpty()) {
            return new Started.Failed(new Exit.NotFound(program));
        }
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command.argv()));
        builder.command().set(0, found.get().toString());
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        builder.environment().putAll(command.environment());
        command.directory().map(Path::toFile).ifPresent(builder::directory);
        builder.redirectErrorStream(true);
        switch (command.input()) {
            case Command.Input.Nothing() -> builder.redirectInput(new File("/dev/null"));
            case Command.Input.FromFile(Path file) -> builder.redirectInput(file.toFile());
            case Command.Input.Held() -> builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        }
        try {
            return new Started.Running(new RunningProcess(builder.start(), lines, grace));
        } catch (IOException e) {
            return new Started.Failed(new Exit.FailedToStart(program, reason(command, e)));
        }
    }

    private static String reason(Command command, IOException e) {
        if (command.directory().filter(d -> !Files.isDirectory(d)).isPresent()) {
            return "the directory " + command.directory().get() + " does not exist";
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** What became of a start. */
    public sealed interface Started {

        /** It runs. */
        record Running(RunningProcess process) implements Started {}

        /** It never began. */
        record Failed(Exit exit) implements Started {}
    }
}
