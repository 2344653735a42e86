package dev.coppice.runner.build.nixos;

import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Evaluates specs as NixOS configurations, without building anything. */
public final class NixEvaluator implements Evaluator {

    private final Store store;
    private final ProcessRunner processes;

    public NixEvaluator(Store store, ProcessRunner processes) {
        this.store = store;
        this.processes = processes;
    }

    @Override
    public Evaluation evaluate(BuildRequest request, Cancellation cancellation)
            throws InterruptedException {
        if (!(request.target() instanceof BuildTarget.Nixos target)) {
            throw new IllegalArgumentException("no configuration of NixOS");
        }
        try (ScratchDirectory scratch = store.scratch()) {
            new NixTool(processes).require(cancellation);
            NixFlake flake =
                    NixFlake.write(
                            target.export(),
                            request.project(),
                            scratch.path().resolve("flake"),
                            request.spec().hostname(),
                            target.settings());
            var locks = new NixLocks(store.cache("nixos"), request.spec().name());
            locks.put(flake);
            Said locking = run(flake.locking(), cancellation);
            if (!locking.exit().ok()) {
                return verdict(locking, target);
            }
            locks.keep(flake);
            return verdict(run(flake.evaluation(), cancellation), target);
        } catch (ProblemException e) {
            return new Evaluation.Unknown(e.problem());
        } catch (IOException e) {
            return new Evaluation.Unknown(
                    new Problem(
                            "evaluation-not-prepared",
                            "The configuration cannot be written: " + e.getMessage(),
                            "See that the disk has room and that the project's files are there.",
                            List.of()));
        }
    }

    private record Said(Exit exit, List<String> lines) {}

    private Said run(Command command, Cancellation cancellation) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        Exit exit = processes.run(command, lines::add, cancellation);
        cancellation.check();
        return new Said(exit, lines);
    }

    private static Evaluation verdict(Said said, BuildTarget.Nixos target) {
        if (said.exit().ok()) {
            return new Evaluation.Fine();
        }
        NixFailure failure = NixFailure.of(said.exit().describe(), said.lines(), target.export());
        return failure.findings().isEmpty()
                ? new Evaluation.Unknown(failure.problem())
                : new Evaluation.Refused(failure.findings());
    }
}
