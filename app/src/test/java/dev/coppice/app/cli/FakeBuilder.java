package dev.coppice.app.cli;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.build.BuildTarget;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Generation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A builder that makes generations of nothing, or fails, or waits for cancel. */
final class FakeBuilder implements Builder {

    /** Refuses the target NixOS to each spec, at its host name. */
    static final Evaluator EVALUATOR =
            (request, stop) ->
                    new Evaluator.Evaluation.Refused(
                            List.of(
                                    Finding.at(
                                            YamlPath.of("hostname"),
                                            DiagnosticCode.TARGET_REFUSED,
                                            "NixOS says: no such name",
                                            "Take another.")));

    private final FakeGenerations generations;
    private Optional<BuildTarget> target = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private boolean endless;
    private int builds;

    FakeBuilder(FakeGenerations generations) {
        this.generations = generations;
    }

    void failWith(Problem failure) {
        problem = Optional.of(failure);
    }

    void neverEnd() {
        endless = true;
    }

    /** What was asked for last. */
    BuildTarget target() {
        return target.orElseThrow();
    }

    int builds() {
        return builds;
    }

    @Override
    public BuildPlan plan(BuildRequest request) {
        int number = Math.max(1, generations.list(request.spec().name()).size());
        return new BuildPlan(
                FakeGenerations.layers(number).stream()
                        .map(
                                layer ->
                                        new BuildStep(
                                                layer.kind(),
                                                "Make the " + Names.of(layer.kind()),
                                                layer.digest(),
                                                layer.reused(),
                                                layer.why(),
                                                layer.took(),
                                                layer.bytes()))
                        .toList(),
                Duration.ofMillis(900));
    }

    @Override
    public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
        builds++;
        target = Optional.of(request.target());
        var outcome = new CompletableFuture<JobOutcome<Generation>>();
        events.accept(new JobEvent.StepStarted("config", "Make the config"));
        if (problem.isPresent()) {
            events.accept(
                    new JobEvent.StepFinished(
                            "config", JobEvent.End.FAILED, Duration.ofSeconds(2), 0, ""));
            outcome.complete(new JobOutcome.Failed<>(problem.get()));
        } else if (!endless) {
            events.accept(
                    new JobEvent.StepFinished(
                            "config",
                            JobEvent.End.DONE,
                            Duration.ofMillis(900),
                            12_345,
                            "files changed"));
            outcome.complete(
                    new JobOutcome.Succeeded<>(
                            generations.add(request.spec().name(), request.text().content())));
        }
        return new JobHandle<>() {
            @Override
            public void cancel() {
                outcome.complete(new JobOutcome.Cancelled<>());
            }

            @Override
            public CompletableFuture<JobOutcome<Generation>> outcome() {
                return outcome;
            }
        };
    }
}
