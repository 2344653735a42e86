package dev.coppice.runner.build;

import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.store.Generation;

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
}
