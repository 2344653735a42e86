package dev.coppice.runner.build;

import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.Generation;

import java.util.Optional;
import java.util.function.Consumer;

/** Makes generations of one target. */
public interface Builder {

    /** What a build would do now; fast, changes nothing. */
    BuildPlan plan(BuildRequest request);

    /**
     * Builds in the background. Steps are named by {@code LayerKind} in lower case.
     *
     * @param events told in order, from any thread
     */
    JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events);

    /**
     * The packages that a build would use, as far as that is known without asking; empty when
     * nothing is, and for targets without a lock. Fast, changes nothing.
     */
    default Optional<SystemLock> lock(BuildRequest request) {
        return Optional.empty();
    }

    /**
     * Finds out, in the background, what moving the project's lock would change. Fails for targets
     * without a lock.
     */
    default JobHandle<LockUpdate> update(BuildRequest request, Consumer<JobEvent> events) {
        return new JobRunner(Runnable::run)
                .start(
                        _ -> {
                            throw new ProblemException(
                                    "no-lock",
                                    "Systems of this target have no lock of packages.",
                                    "Update them with the tools of their target.");
                        },
                        events);
    }
}
