package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs a tool for a step: its output becomes the step's log, its failure a problem. */
final class ScriptRun {

    private static final int TAIL = 200;
    private static final String PROGRESS = "coppice: ";

    private final ProcessRunner processes;
    private final HostCheck host;
    private final Store store;

    ScriptRun(ProcessRunner processes, HostCheck host, Store store) {
        this.processes = processes;
        this.host = host;
        this.store = store;
    }

    /**
     * @throws ProblemException when a tool is not there, with the package that brings it
     */
    void require(String tool) {
        if (processes.tools().find(tool).isEmpty()) {
            throw host.missing(tool);
        }
    }

    /**
     * @param what what is being done, {@code installing packages}
     * @param pkgnames a file with the names of all packages, written when one was not found
     * @throws ProblemException when it fails
     * @throws CancellationException when it was stopped
     */
    void run(Command command, String what, Path pkgnames, JobStep step, Cancellation cancellation)
            throws InterruptedException {
        Deque<String> tail = new ArrayDeque<>();
        step.log("$ " + command.shellLine());
        Exit exit = processes.run(command, line -> line(line, tail, step), cancellation);
        switch (exit) {
            case Exit.Exited(int code) when code == 0 -> {}
            case Exit.Cancelled() -> throw new CancellationException();
            case Exit.NotFound(String program) -> throw host.missing(program);
            case Exit.Exited _, Exit.Signalled _, Exit.FailedToStart _ -> {
                cancellation.check();
                throw new ProblemException(
                        FailureExplainer.explain(
                                what,
                                exit.describe(),
                                List.copyOf(tail),
                                lines(pkgnames),
                                store.root().toString()));
            }
        }
    }

    private static void line(String line, Deque<String> tail, JobStep step) {
        if (line.isBlank()) {
            return;
        }
        if (tail.size() == TAIL) {
            tail.removeFirst();
        }
        tail.addLast(line);
        step.log(line);
        if (line.startsWith(PROGRESS)) {
            step.progress(-1, line.substring(PROGRESS.length()));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
