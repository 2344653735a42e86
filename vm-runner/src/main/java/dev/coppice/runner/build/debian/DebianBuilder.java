package dev.coppice.runner.build.debian;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildPlanner;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.build.StoreKnowledge;
import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Builds generations of the target {@code debian}. */
public final class DebianBuilder implements Builder {

    private final Store store;
    private final Executor executor;
    private final DebianScripts scripts = new DebianScripts();
    private final ToolVersions versions;
    private final HostCheck host;
    private final LayerMaker maker;
    private final Locks locks;
    private final FileDigests digests = new FileDigests();

    /**
     * @param executor runs jobs; they block, so one virtual thread each suits them
     */
    public DebianBuilder(Store store, ProcessRunner processes, Executor executor) {
        this.store = store;
        this.executor = executor;
        RootNamespace namespace = RootNamespace.ofProcess();
        this.versions = new ToolVersions(processes, store.root().resolve("cache/tools.properties"));
        this.host = new HostCheck(processes, namespace, System.getProperty("user.name"));
        ScriptRun tools = new ScriptRun(processes, host, store);
        this.locks = new Locks(store, new LockResolver(store, scripts, tools, namespace), host);
        this.maker =
                new LayerMaker(
                        new PackagePool(store, processes.environment(), executor),
                        scripts,
                        tools,
                        namespace,
                        new DownloadCache(
                                store.root().resolve("cache/downloads"), processes.environment()));
    }

    @Override
    public BuildPlan plan(BuildRequest request) {
        ProjectSources sources = sources(request);
        return BuildPlanner.plan(
                recipes(request, sources, locks.known(request, sources)),
                new StoreKnowledge(store, request.spec().name()));
    }

    @Override
    public Optional<SystemLock> lock(BuildRequest request) {
        SystemLock lock = locks.known(request, sources(request));
        return Optional.of(lock).filter(known -> !known.layers().isEmpty());
    }

    @Override
    public JobHandle<LockUpdate> update(BuildRequest request, Consumer<JobEvent> events) {
        return new JobRunner(executor)
                .start(context -> locks.update(request, sources(request), context), events);
    }

    @Override
    public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
        return new JobRunner(executor)
                .start(
                        context -> {
                            ProjectSources sources = sources(request);
                            return new BuildRun(store, host, maker, locks, executor, context)
                                    .run(request, sources, lock -> recipes(request, sources, lock));
                        },
                        events);
    }

    private List<LayerRecipe> recipes(
            BuildRequest request, ProjectSources sources, SystemLock lock) {
        return new DebianRecipes(scripts.digests(), versions.all())
                .of(request.spec(), sources, lock);
    }

    private ProjectSources sources(BuildRequest request) {
        return ProjectSources.of(request.spec(), request.project(), digests);
    }
}
