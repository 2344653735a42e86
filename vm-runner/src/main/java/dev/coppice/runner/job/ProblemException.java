package dev.coppice.runner.job;

import java.util.List;

/** Carries a {@link Problem} out of the depth of a job to its outcome. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public ProblemException(String code, String message, String hint) {
        this(new Problem(code, message, hint, List.of()));
    }

    public Problem problem() {
        return problem;
    }
}
