package dev.coppice.runner.build.foreign;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.ProcessRunner;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One build of an image, from the request to the generation. */
final class ForeignRun {

    private static final String STEP = LayerKind.IMAGE.name().toLowerCase(Locale.ROOT);

    private final Store store;
    private final ProcessRunner processes;
    private final ImageMaker maker;
    private final JobContext job;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    ForeignRun(Store store, ProcessRunner processes, ImageMaker maker, JobContext job) {
        this.store = store;
        this.processes = processes;
        this.maker = maker;
        this.job = job.alsoTelling(this::note);
    }

    private void note(JobEvent event) {
        if (event instanceof JobEvent.LogLine(String step, String text)) {
            log.add(step + ": " + text);
        }
    }

    Generation run(BuildRequest request) throws InterruptedException {
        long started = System.nanoTime();
        try (ScratchDirectory scratch = store.scratch();
                JobStep step = job.begin(STEP, maker.title(request))) {
            try {
                return built(request, scratch, step, started);
            } catch (ProblemException e) {
                if (!job.cancellation().isCancelled()) {
                    step.failed(e.problem().message());
                }
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemException(
                    "build-not-written",
                    "The build stopped: " + e.getMessage(),
                    "See that the disk of the store has room and that the project's files are"
                            + " there.");
        }
    }

    private Generation built(
            BuildRequest request, ScratchDirectory scratch, JobStep step, long started)
            throws IOException, InterruptedException {
        Path work = Files.createDirectory(scratch.path().resolve("make"));
        String system = request.target().system().id();
        var workshop = new Workshop(work, store.cache(system), step, processes, job.cancellation());
        ImageMaker.Product product = maker.make(request, workshop);
        String digest = product.inputs().digest();
        try (Lease _ = store.lease("build of " + request.spec().name(), List.of(digest))) {
            Optional<Layer> there = store.layers().find(digest);
            Layer layer =
                    there.isPresent() ? there.get() : taken(product, digest, scratch, workshop);
            job.cancellation().check();
            Duration took = step.elapsed();
            String why = there.isPresent() ? "the same image" : "made anew";
            if (there.isEmpty()) {
                store.timings().note(maker.history(request), took, layer.bytes());
            }
            step.done(layer.bytes(), why);
            var ref =
                    new LayerRef(
                            LayerKind.IMAGE, digest, layer.bytes(), there.isPresent(), why, took);
            return commit(request, product, ref, scratch, started);
        }
    }

    private Layer taken(
            ImageMaker.Product product, String digest, ScratchDirectory scratch, Workshop workshop)
            throws IOException, InterruptedException {
        Path made = Files.createDirectory(scratch.path().resolve("layer"));
        product.writer().write(made.resolve(Layer.imageName(LayerKind.IMAGE)));
        return store.layers()
                .add(
                        LayerKind.IMAGE,
                        digest,
                        made,
                        product.inputs().json(),
                        workshop.step().elapsed());
    }

    private Generation commit(
            BuildRequest request,
            ImageMaker.Product product,
            LayerRef layer,
            ScratchDirectory scratch,
            long started)
            throws IOException {
        return store.commit(
                new NewGeneration(
                        request.spec().name(),
                        request.text().content(),
                        List.of(layer),
                        "",
                        Duration.ofNanos(System.nanoTime() - started),
                        kept(request, scratch),
                        List.copyOf(log),
                        request.target().system(),
                        Optional.of(product.image())),
                scratch);
    }

    /** The project's files that went in; included ones as they were when the spec was read. */
    private static SortedMap<String, Path> kept(BuildRequest request, ScratchDirectory scratch)
            throws IOException {
        var files = new TreeMap<String, Path>();
        request.target().files().stream()
                .flatMap(export -> export.files().stream())
                .filter(ExportedFile.Copy.class::isInstance)
                .map(file -> ((ExportedFile.Copy) file).source())
                .forEach(source -> files.put(source, request.project().resolve(source)));
        for (var included : request.included().entrySet()) {
            Path copy = scratch.path().resolve("included-" + files.size());
            Files.writeString(copy, included.getValue(), StandardCharsets.UTF_8);
            files.put(included.getKey(), copy);
        }
        return files;
    }
}
