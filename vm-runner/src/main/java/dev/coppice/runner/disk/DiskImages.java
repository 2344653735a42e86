package dev.coppice.runner.disk;

import dev.coppice.runner.disk.ImageOrder.Release;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobRunner;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Lease;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Takes generations out of the store: onto disks, and into directories for web servers. */
public final class DiskImages {

    private final Store store;
    private final ProcessRunner processes;
    private final Executor executor;

    /**
     * @param executor runs jobs; they block, so one virtual thread each suits them
     */
    public DiskImages(Store store, ProcessRunner processes, Executor executor) {
        this.store = store;
        this.processes = processes;
        this.executor = executor;
    }

    /**
     * Writes a disk image in the background.
     *
     * @return the file
     */
    public JobHandle<Path> write(ImageOrder order, Consumer<JobEvent> events) {
        return job("image", "Write " + order.file().getFileName(), events, t -> image(order, t));
    }

    /**
     * Publishes generations in the background.
     *
     * @param releases oldest first
     * @param directory where; made when absent, and added to when it has generations already
     * @param source where machines look for the next ones; may be empty
     */
    public JobHandle<Path> publish(
            List<Release> releases, Path directory, String source, Consumer<JobEvent> events) {
        return job(
                "publish",
                "Publish in " + directory,
                events,
                tools -> publish(releases, directory, source, tools));
    }

    @FunctionalInterface
    private interface Work {
        Path run(DiskTools tools) throws IOException, InterruptedException;
    }

    private JobHandle<Path> job(String name, String title, Consumer<JobEvent> events, Work work) {
        return new JobRunner(executor).start(context -> run(context, name, title, work), events);
    }

    private Path run(JobContext context, String name, String title, Work work)
            throws InterruptedException {
        try (JobStep step = context.begin(name, title)) {
            Path result = work.run(new DiskTools(processes, step, context.cancellation()));
            step.done(Files.isRegularFile(result) ? Files.size(result) : 0, "");
            return result;
        } catch (IOException e) {
            throw new ProblemException(
                    "disk-failed",
                    "Coppice could not write: " + e.getMessage(),
                    "Is there room, and may you write there?");
        }
    }

    private Path image(ImageOrder order, DiskTools tools) throws IOException, InterruptedException {
        var writer = new DiskImageWriter(tools, RootNamespace.ofProcess());
        writer.require();
        if (!order.format().conversion().isEmpty()) {
            tools.require("qemu-img");
        }
        Path file = order.file().toAbsolutePath();
        Path raw = file.resolveSibling("." + file.getFileName() + ".raw");
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try (ScratchDirectory scratch = store.scratch();
                Lease _ = lease(order.releases())) {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(raw);
            List<ShippedGeneration> shipped =
                    ship(order.releases(), order.source(), scratch.path(), tools);
            writer.write(
                    order, shipped, Files.createDirectory(scratch.path().resolve("disk")), raw);
            Path made = raw;
            if (!order.format().conversion().isEmpty()) {
                tools.step().progress(-1, "converting");
                convert(raw, fresh, order.format(), tools);
                made = fresh;
            }
            tools.cancellation().check();
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(fresh);
        }
    }

    private static void convert(Path raw, Path target, ImageFormat format, DiskTools tools)
            throws InterruptedException {
        List<String> argv = new ArrayList<>(List.of("qemu-img", "convert", "-f", "raw"));
        argv.addAll(format.conversion());
        argv.addAll(List.of(raw.toString(), target.toString()));
        tools.run(Command.of(argv), "converting the image");
    }

    private Path publish(List<Release> releases, Path directory, String source, DiskTools tools)
            throws IOException, InterruptedException {
        tools.require("gpg", "mksquashfs", "unsquashfs");
        try (ScratchDirectory scratch = store.scratch();
                Lease _ = lease(releases)) {
            var publisher = new Publisher(new PublisherKey(store.root(), tools));
            for (ShippedGeneration generation : ship(releases, source, scratch.path(), tools)) {
                tools.step().progress(-1, "publishing " + generation.title());
                publisher.publish(generation, directory);
                tools.cancellation().check();
            }
            return directory;
        }
    }

    private List<ShippedGeneration> ship(
            List<Release> releases, String source, Path work, DiskTools tools)
            throws IOException, InterruptedException {
        var trust = new DiskLayer.Trust(new PublisherKey(store.root(), tools).publicHalf(), source);
        var shipper = new Shipper(store, tools);
        List<ShippedGeneration> result = new ArrayList<>();
        for (Release release : releases) {
            int number = release.generation().number();
            tools.step().progress(-1, "preparing generation " + number);
            Path own = Files.createDirectory(work.resolve("generation-" + number));
            result.add(shipper.ship(release.generation(), release.spec(), trust, own));
            tools.cancellation().check();
        }
        return result;
    }

    private Lease lease(List<Release> releases) throws IOException {
        return store.lease(
                "image of " + releases.getFirst().generation().system(),
                releases.stream()
                        .flatMap(release -> release.generation().layers().stream())
                        .map(LayerRef::digest)
                        .distinct()
                        .toList());
    }
}
