package dev.coppice.app.pages;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.CollectRequest;
import dev.coppice.runner.store.Collected;
import dev.coppice.runner.store.Damage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.StoreCare;
import dev.coppice.runner.store.Verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A store that answers what a test says. */
final class PlayedCare implements StoreCare {

    final List<CollectRequest> asked = new ArrayList<>();
    Optional<Problem> refusal = Optional.empty();
    boolean cancelled;

    @Override
    public Map<String, Long> usage() {
        return Map.of("layers", 1_000_000_000L, "cache", 200_000_000L);
    }

    @Override
    public boolean exists(String system, int number) {
        return false;
    }

    @Override
    public long delete(String system, int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collected collect(CollectRequest request) {
        asked.add(request);
        return new Collected(List.of(), 2, 1, 5_000_000, List.of());
    }

    @Override
    public Verification verify(boolean discard, Progress progress, Cancellation cancellation) {
        var damage =
                new Damage(
                        Damage.What.LAYER,
                        Path.of("/x"),
                        "The layer x is damaged.",
                        List.of(),
                        "Build it again.");
        return new Verification(1, 2, 0, 1_000, List.of(damage), 0);
    }

    @Override
    public void exportTo(Generation of, Path file, Progress progress, Cancellation cancellation) {
        progress.at(1, 2);
        if (cancelled) {
            throw new CancellationException();
        }
        refusal.ifPresent(
                problem -> {
                    throw new ProblemException(problem);
                });
    }

    @Override
    public Imported importFrom(Path file, Progress progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Generation branch(Generation from, String system, String specText) {
        throw new UnsupportedOperationException();
    }
}
