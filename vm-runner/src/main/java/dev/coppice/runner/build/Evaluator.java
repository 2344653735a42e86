package dev.coppice.runner.build;

import dev.coppice.model.diag.Finding;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.proc.Cancellation;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Asks a target's own tools whether they take a spec, without building anything. */
@FunctionalInterface
public interface Evaluator {

    /**
     * Evaluates a request for the target NixOS.
     *
     * @throws CancellationException when it was stopped
     */
    Evaluation evaluate(BuildRequest request, Cancellation cancellation)
            throws InterruptedException;

    /** What came of it. */
    sealed interface Evaluation {

        /** The target takes the spec. */
        record Fine() implements Evaluation {}

        /**
         * The target refuses it.
         *
         * @param findings why, at values of the spec with its included files merged
         */
        record Refused(List<Finding> findings) implements Evaluation {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /** Nobody knows: the world was in the way. */
        record Unknown(Problem problem) implements Evaluation {}
    }
}
