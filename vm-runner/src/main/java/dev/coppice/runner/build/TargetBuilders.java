package dev.coppice.runner.build;

import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Target;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives every request to the builder of its target. */
public final class TargetBuilders implements Builder {

    private final Map<Target, Builder> builders;

    /**
     * @param builders one for each target
     */
    public TargetBuilders(Map<Target, Builder> builders) {
        this.builders = new EnumMap<>(builders);
        for (Target target : Target.values()) {
            if (!builders.containsKey(target)) {
                throw new IllegalArgumentException("nobody builds " + target);
            }
        }
    }

    @Override
    public BuildPlan plan(BuildRequest request) {
        return of(request).plan(request);
    }

    @Override
    public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
        return of(request).build(request, events);
    }

    @Override
    public Optional<SystemLock> lock(BuildRequest request) {
        return of(request).lock(request);
    }

    @Override
    public JobHandle<LockUpdate> update(BuildRequest request, Consumer<JobEvent> events) {
        return of(request).update(request, events);
    }

    private Builder of(BuildRequest request) {
        return builders.get(request.target().system());
    }
}
