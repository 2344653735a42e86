package dev.coppice.runner.build.debian;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildPlanner;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.build.StoreKnowledge;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Lease;
import dev.coppice.runner.store.NewGeneration;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/** One build, from plan to generation. */
final class BuildRun {

    private final Store store;
    private final HostCheck host;
    private final LayerMaker maker;
    private final Locks locks;
    private final Executor executor;
    private final JobContext job;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    BuildRun(
            Store store,
            HostCheck host,
            LayerMaker maker,
            Locks locks,
            Executor executor,
            JobContext job) {
        this.store = store;
        this.host = host;
        this.maker = maker;
        this.locks = locks;
        this.executor = executor;
        this.job = job.alsoTelling(this::note);
    }

    private void note(JobEvent event) {
        switch (event) {
            case JobEvent.LogLine(String step, String text) -> log.add(step + ": " + text);
            case JobEvent.StepFinished(
                            String step,
                            JobEvent.End end,
                            Duration took,
                            long bytes,
                            String why) ->
                    log.add(
                            "%s: %s in %.2f s, %d bytes (%s)"
                                    .formatted(
                                            step,
                                            end.name().toLowerCase(Locale.ROOT),
                                            took.toMillis() / 1000.0,
                                            bytes,
                                            why));
            case JobEvent.StepStarted _, JobEvent.StepProgress _ -> {}
        }
    }

    /** The recipes of a spec, once it is known which packages it is made from. */
    @FunctionalInterface
    interface Recipes {
        List<LayerRecipe> of(SystemLock lock);
    }

    Generation run(BuildRequest request, ProjectSources sources, Recipes recipes)
            throws InterruptedException {
        long started = System.nanoTime();
        sources.check(request.spec(), request.project());
        try (ScratchDirectory scratch = store.scratch()) {
            SystemLock lock = locks.obtain(request, sources, job, scratch.path());
            return run(new Made(request, sources, lock, recipes.of(lock), started), scratch);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** What one build is made from. */
    private record Made(
            BuildRequest request,
            ProjectSources sources,
            SystemLock lock,
            List<LayerRecipe> recipes,
            long started) {}

    private Generation run(Made made, ScratchDirectory scratch)
            throws IOException, InterruptedException {
        BuildRequest request = made.request();
        List<String> digests = made.recipes().stream().map(LayerRecipe::digest).toList();
        try (Lease _ = store.lease("build of " + request.spec().name(), digests)) {
            BuildPlan plan =
                    BuildPlanner.plan(
                            made.recipes(), new StoreKnowledge(store, request.spec().name()));
            Set<LayerKind> missing = EnumSet.noneOf(LayerKind.class);
            plan.steps().stream().filter(s -> !s.cached()).forEach(s -> missing.add(s.kind()));
            host.check(missing);
            Map<LayerKind, Result> results = new Run(made, plan, scratch).all();
            job.cancellation().check();
            return commit(made, results, scratch);
        }
    }

    private Generation commit(Made made, Map<LayerKind, Result> results, ScratchDirectory scratch)
            throws IOException {
        BuildRequest request = made.request();
        List<LayerRef> layers =
                made.recipes().stream().map(r -> results.get(r.kind()).ref()).toList();
        Path version = results.get(LayerKind.KERNEL).layer().version();
        return store.commit(
                new NewGeneration(
                        request.spec().name(),
                        request.text().content(),
                        layers,
                        Files.readString(version).strip(),
                        Duration.ofNanos(System.nanoTime() - made.started()),
                        kept(made, scratch),
                        List.copyOf(log)),
                scratch);
    }

    /**
     * The project's files that went in; included ones as they were when the spec was read, and the
     * lock as it was used.
     */
    private static SortedMap<String, Path> kept(Made made, ScratchDirectory scratch)
            throws IOException {
        var files = new TreeMap<String, Path>(made.sources().files());
        Path lock = scratch.path().resolve(SystemLock.FILE);
        LockFile.write(made.lock(), lock);
        files.put(SystemLock.FILE, lock);
        for (var included : made.request().included().entrySet()) {
            Path copy = scratch.path().resolve("included-" + files.size());
            Files.writeString(copy, included.getValue(), StandardCharsets.UTF_8);
            files.put(included.getKey(), copy);
        }
        return files;
    }

    private ProblemException broken(IOException e) {
        String text = String.valueOf(e.getMessage());
        Problem problem =
                FailureExplainer.explain(
                        "writing to the store",
                        "said: " + text,
                        List.of(e.getClass().getSimpleName() + ": " + text),
                        List.of(),
                        store.root().toString());
        return new ProblemException(problem, e);
    }

    private record Result(Layer layer, LayerRef ref) {}

    /** The steps of one build, side by side where nothing forbids it. */
    private final class Run {

        private final Made made;
        private final Map<LayerKind, BuildStep> steps = new HashMap<>();
        private final ScratchDirectory scratch;
        private final Cancellation stop = new Cancellation();
        private final Map<LayerKind, Result> results = Collections.synchronizedMap(new HashMap<>());

        Run(Made made, BuildPlan plan, ScratchDirectory scratch) {
            this.made = made;
            this.scratch = scratch;
            plan.steps().forEach(step -> steps.put(step.kind(), step));
        }

        /** The kernel beside all others; these one upon another. */
        Map<LayerKind, Result> all() throws InterruptedException {
            try (var _ = job.cancellation().onCancel(stop::cancel)) {
                Lanes lanes = new Lanes(executor, stop);
                lanes.start(() -> lane(true));
                lanes.start(() -> lane(false));
                lanes.await();
            }
            return results;
        }

        private void lane(boolean kernel) throws IOException, InterruptedException {
            for (LayerRecipe recipe : made.recipes()) {
                if ((recipe.kind() == LayerKind.KERNEL) == kernel) {
                    stop.check();
                    results.put(recipe.kind(), result(recipe));
                }
            }
        }

        private Result result(LayerRecipe recipe) throws IOException, InterruptedException {
            BuildStep plan = steps.get(recipe.kind());
            String name = recipe.kind().name().toLowerCase(Locale.ROOT);
            Optional<Layer> there = store.layers().find(recipe.digest());
            if (there.isPresent()) {
                Layer layer = there.get();
                job.reused(name, recipe.title(), layer.bytes(), plan.why());
                return new Result(layer, ref(layer, true, plan.why(), Duration.ZERO));
            }
            try (JobStep step = job.begin(name, recipe.title())) {
                try {
                    Layer layer = make(recipe, name, step);
                    step.done(layer.bytes(), plan.why());
                    return new Result(layer, ref(layer, false, plan.why(), step.elapsed()));
                } catch (ProblemException e) {
                    if (!stop.isCancelled()) {
                        step.failed(e.problem().message());
                    }
                    throw e;
                } catch (CancellationException e) {
                    if (!job.cancellation().isCancelled()) {
                        step.failed("stopped, because another step failed");
                    }
                    throw e;
                } catch (IOException e) {
                    ProblemException problem = broken(e);
                    step.failed(problem.problem().message());
                    throw problem;
                }
            }
        }

        private Layer make(LayerRecipe recipe, String name, JobStep step)
                throws IOException, InterruptedException {
            Path place = Files.createDirectory(scratch.path().resolve(name));
            LayerMaker.Order order =
                    new LayerMaker.Order(
                            recipe,
                            made.request().spec(),
                            made.sources(),
                            made.lock(),
                            made.request().locked(),
                            below(recipe),
                            place);
            Path files = maker.make(order, step, stop);
            Duration took = step.elapsed();
            Layer layer =
                    store.layers()
                            .add(
                                    recipe.kind(),
                                    recipe.digest(),
                                    files,
                                    recipe.inputs().json(),
                                    took);
            store.timings()
                    .note(
                            recipe.history(),
                            took.dividedBy(recipe.parts()),
                            layer.bytes() / recipe.parts());
            return layer;
        }

        private Optional<Layer> below(LayerRecipe recipe) {
            return recipe.parents().stream()
                    .findFirst()
                    .flatMap(digest -> store.layers().find(digest));
        }

        private static LayerRef ref(Layer layer, boolean reused, String why, Duration took) {
            return new LayerRef(layer.kind(), layer.digest(), layer.bytes(), reused, why, took);
        }
    }
}
