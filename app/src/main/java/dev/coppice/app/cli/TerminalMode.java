package dev.coppice.app.cli;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.util.ArrayList;
import java.util.List;

/**
 * The controlling terminal, set so that each key reaches the machine at once and is not shown
 * twice. Ctrl+C stays a signal. Closing it brings the former setting back.
 */
final class TerminalMode implements Following {

    private final ProcessRunner processes;
    private final String before;

    private TerminalMode(ProcessRunner processes, String before) {
        this.processes = processes;
        this.before = before;
    }

    /** Sets the terminal; without one that can be set, does nothing. */
    static Following perKey(ProcessRunner processes) {
        List<String> lines = new ArrayList<>();
        if (!stty(processes, lines, "-g") || lines.size() != 1) {
            return () -> {};
        }
        var mode = new TerminalMode(processes, lines.getFirst().strip());
        stty(processes, new ArrayList<>(), "-icanon", "-echo", "min", "1");
        return mode;
    }

    @Override
    public void close() {
        stty(processes, new ArrayList<>(), before);
    }

    private static boolean stty(ProcessRunner processes, List<String> lines, String... words) {
        var argv = new ArrayList<>(List.of("stty", "-F", "/dev/tty"));
        argv.addAll(List.of(words));
        try {
            Exit exit =
                    processes.run(
                            Command.of(argv.toArray(String[]::new)),
                            lines::add,
                            new Cancellation());
            return exit.ok();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
