package dev.coppice.runner.build.foreign;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Where one image is made: a directory for work in progress, the step of the job that tells of it,
 * and tools whose output becomes the step's log.
 *
 * @param directory for work in progress; gone after the build
 * @param cache for what later builds can use; its content may vanish at any time
 */
public record Workshop(
        Path directory,
        Path cache,
        JobStep step,
        ProcessRunner processes,
        Cancellation cancellation) {

    private static final int TAIL = 400;

    /** Says what comes next. */
    public void tell(String what) {
        cancellation.check();
        step.progress(-1, what);
        step.log(what);
    }

    /**
     * Runs a tool that must end well.
     *
     * @param explain makes a problem of how it ended and its last lines
     * @return what it printed at last, at most 400 lines
     * @throws ProblemException when it fails or is not there
     * @throws CancellationException when it was stopped
     */
    public List<String> run(Command command, Explainer explain) throws InterruptedException {
        Deque<String> tail = new ArrayDeque<>();
        step.log("$ " + command.shellLine());
        Exit exit =
                processes.run(
                        command,
                        line -> {
                            if (line.isBlank()) {
                                return;
                            }
                            if (tail.size() == TAIL) {
                                tail.removeFirst();
                            }
                            tail.addLast(line);
                            step.log(line);
                        },
                        cancellation);
        List<String> lines = new ArrayList<>(tail);
        return switch (exit) {
            case Exit.Exited(int code) when code == 0 -> lines;
            case Exit.Cancelled() -> throw new CancellationException();
            case Exit.NotFound(String program) -> throw ForeignTools.missing(processes, program);
            case Exit.Exited _, Exit.Signalled _, Exit.FailedToStart _ -> {
                cancellation.check();
                throw new ProblemException(explain.problem(exit.describe(), lines));
            }
        };
    }

    /** Brings a raw disk into the store, as qcow2: without its empty parts. */
    public void copyDisk(Path raw, Path to) throws InterruptedException {
        copy(
                Command.of(
                        "qemu-img",
                        "convert",
                        "-f",
                        "raw",
                        "-O",
                        "qcow2",
                        raw.toString(),
                        to.toString()));
    }

    /** Runs a tool of the host that brings the image into the store. */
    public void copy(Command command) throws InterruptedException {
        run(
                command,
                (how, lines) ->
                        new Problem(
                                "image-not-copied",
                                "The image cannot be brought into the store: "
                                        + command.argv().getFirst()
                                        + " "
                                        + how,
                                "See that the disk of the store has room for the image.",
                                lines));
    }

    /** Makes a problem of a tool's failure. */
    @FunctionalInterface
    public interface Explainer {
        Problem problem(String how, List<String> lines);
    }
}
