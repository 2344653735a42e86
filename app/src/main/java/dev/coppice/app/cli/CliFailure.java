package dev.coppice.app.cli;

import dev.coppice.runner.job.Problem;

import java.util.List;

/** Ends a command with a message for people and an exit code. */
final class CliFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Problem problem;

    CliFailure(int exitCode, Problem problem) {
        super(problem.message());
        this.exitCode = exitCode;
        this.problem = problem;
    }

    CliFailure(int exitCode, String code, String message, String hint) {
        this(exitCode, new Problem(code, message, hint, List.of()));
    }

    /** A failure of the world, with the exit code that its kind has. */
    static CliFailure of(Problem problem) {
        boolean tool = problem.code().startsWith("tool-") || problem.code().startsWith("host-");
        return new CliFailure(tool ? ExitCode.TOOL_MISSING : ExitCode.FAILED, problem);
    }

    int exitCode() {
        return exitCode;
    }

    Problem problem() {
        return problem;
    }
}
