package dev.coppice.runner.disk;

import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs the tools that disks are made with: output into the log, failures as problems. */
record DiskTools(ProcessRunner processes, JobStep step, Cancellation cancellation) {

    private static final int TAIL = 40;

    /**
     * @param what what it does, {@code writing the system partition}
     * @throws ProblemException when it fails, or is not there
     */
    void run(Command command, String what) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        step.log("$ " + command.shellLine());
        Exit exit =
                processes.run(
                        command,
                        line -> {
                            lines.add(line);
                            step.log(line);
                        },
                        cancellation);
        switch (exit) {
            case Exit.Exited(int code) when code == 0 -> {}
            case Exit.Cancelled() -> throw new CancellationException();
            case Exit.NotFound(String program) -> throw missing(program);
            case Exit.Exited _, Exit.Signalled _, Exit.FailedToStart _ -> {
                cancellation.check();
                List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
                throw new ProblemException(
                        new Problem(
                                "disk-failed",
                                "Coppice failed while "
                                        + what
                                        + ": "
                                        + command.argv().getFirst()
                                        + " "
                                        + exit.describe()
                                        + ".",
                                full(tail)
                                        ? "Free space on the disk that the image is written to."
                                        : "The lines below say why.",
                                tail));
            }
        }
    }

    private static boolean full(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains("No space left"));
    }

    /**
     * @throws ProblemException when a program is not there
     */
    void require(String... programs) {
        for (String program : programs) {
            if (processes.tools().find(program).isEmpty()) {
                throw missing(program);
            }
        }
    }

    /**
     * The first of some files that is there.
     *
     * @param debianPackage what brings it
     */
    static Path file(List<Path> candidates, String debianPackage) {
        Optional<Path> found =
                candidates.stream().filter(java.nio.file.Files::isReadable).findFirst();
        return found.orElseThrow(
                () ->
                        new ProblemException(
                                "tool-missing",
                                "The file "
                                        + candidates.getFirst()
                                        + " is not on this computer; the Debian package "
                                        + debianPackage
                                        + " brings it.",
                                "sudo apt-get install " + debianPackage));
    }

    private ProblemException missing(String program) {
        return new ProblemException(
                "tool-missing",
                "The program "
                        + program
                        + " is not installed on this computer; the Debian package "
                        + processes.tools().debianPackage(program)
                        + " brings it.",
                processes.tools().installCommand(program));
    }
}
