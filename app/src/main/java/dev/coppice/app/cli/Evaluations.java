package dev.coppice.app.cli;

import dev.coppice.app.BuildSettings;
import dev.coppice.app.Engine;
import dev.coppice.app.TargetRequests;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.TargetFindings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Evaluator.Evaluation;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Target;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Asks Nix about specs, until it has answered or Ctrl+C. */
final class Evaluations {

    private final CliContext context;
    private final Engine engine;

    Evaluations(CliContext context, Engine engine) {
        this.context = context;
        this.engine = engine;
    }

    /**
     * A spec with what NixOS refuses of it; one that has errors already is not asked about.
     *
     * @throws CliFailure when Nix is missing, cannot be asked, or was stopped
     */
    ProjectText nixos(ProjectText text, TargetFindings places) {
        Optional<BuildRequest> request =
                new TargetRequests(new SpecSchema(), new Exporters())
                        .of(
                                text.analysis(),
                                text.folder(),
                                Target.NIXOS,
                                BuildSettings.of(context.environment()));
        if (text.analysis().hasErrors() || request.isEmpty()) {
            return text;
        }
        return switch (evaluate(request.get())) {
            case Evaluation.Fine() -> text;
            case Evaluation.Refused(var findings) -> text.with(places, findings);
            case Evaluation.Unknown(var problem) -> throw CliFailure.of(problem);
        };
    }

    private Evaluation evaluate(BuildRequest request) {
        var cancellation = new Cancellation();
        try (var _ = context.interrupts().onInterrupt(cancellation::cancel)) {
            return engine.evaluator().evaluate(request, cancellation);
        } catch (CancellationException e) {
            throw cancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private static CliFailure cancelled() {
        return new CliFailure(ExitCode.CANCELLED, "cancelled", "the evaluation was cancelled", "");
    }
}
