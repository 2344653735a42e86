package dev.coppice.runner.store;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where layers and generations live. Opening it sweeps what dead processes left. Several processes
 * may use one store at a time. Its directory:
 *
 * <pre>
 *   layers/DIGEST/            image.squashfs, layer.json, meta.tar | vmlinuz, initrd, version
 *                             | system.img
 *   blobs/SHA256              project files of generations
 *   systems/NAME/NUMBER/      system.yaml, build.log, manifest.json, marks.json,
 *                             boot.json, facts.json, screenshot.png
 *   systems/NAME/current      number of the current generation
 *   cache/                    downloaded packages and package lists
 *   tmp/                      work in progress
 *   leases/                   who needs which layers at this moment
 * </pre>
 */
public final class Store implements StoreCare {

    private final Path root;
    private final StoreLock lock;
    private final Scratch scratch;
    private final LeaseBook leases;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final GenerationStore generations;
    private final StoreKeeper keeper;
    private final GenerationTransfer transfer;
    private final TimingHistory timings;
    private final List<String> recovery = new ArrayList<>();

    private Store(Path root, TreeRemover remover) {
        this.root = root;
        this.lock = new StoreLock(root.resolve("lock"));
        this.scratch = new Scratch(root.resolve("tmp"), remover);
        this.leases = new LeaseBook(root.resolve("leases"));
        this.layers = new LayerStore(root.resolve("layers"), lock);
        this.blobs = new BlobStore(root.resolve("blobs"));
        this.generations =
                new GenerationStore(root.resolve("systems"), lock, blobs, () -> Store.this.keeper);
        this.keeper = new StoreKeeper(lock, scratch, leases, layers, blobs, generations);
        this.transfer = new GenerationTransfer(lock, scratch, leases, layers, blobs, generations);
        this.timings = new TimingHistory(root.resolve("timings.json"), lock);
    }

    /**
     * Opens the store in a directory, which is made when absent.
     *
     * @throws IOException when the directory cannot be used
     */
    public static Store open(Path directory, TreeRemover remover) throws IOException {
        // Images hold password hashes and private keys: nobody else's business.
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String part : List.of("layers", "blobs", "systems", "cache", "tmp", "leases")) {
            Files.createDirectories(directory.resolve(part));
        }
        // Tools run in directories of their own, where a relative path means nothing.
        Store store = new Store(directory.toAbsolutePath().normalize(), remover);
        store.recover();
        return store;
    }

    private void recover() throws IOException {
        scratch.sweep(recovery);
        lock.with(
                () -> {
                    // All such files are written under the lock: whoever left one is dead.
                    StoreFiles.sweep(root);
                    blobs.sweep();
                    leases.sweep();
                    generations.sweep();
                    leases.held();
                    generations
                            .damaged()
                            .forEach((path, why) -> recovery.add("damaged: " + path + ": " + why));
                    return null;
                });
    }

    public Path root() {
        return root;
    }

    /** What opening found and mended, for people; empty when all was well. */
    public List<String> recovery() {
        return List.copyOf(recovery);
    }

    public LayerStore layers() {
        return layers;
    }

    public Generations generations() {
        return generations;
    }

    /**
     * Takes in what a build made, under the next number, and marks it current.
     *
     * @param scratch of that build
     */
    public Generation commit(NewGeneration made, ScratchDirectory scratch) throws IOException {
        return generations.add(made, scratch);
    }

    /** The project's files that went into a generation, by their path in the project. */
    public SortedMap<String, Path> projectFiles(Generation generation) throws IOException {
        return generations.projectFiles(generation);
    }

    public TimingHistory timings() {
        return timings;
    }

    /** A directory for downloads that builds share; its content may vanish at any time. */
    public Path cache(String name) throws IOException {
        return Files.createDirectories(root.resolve("cache").resolve(name));
    }

    /** A place for work in progress. */
    public ScratchDirectory scratch() throws IOException {
        return scratch.create();
    }

    /**
     * Keeps layers from being freed while the lease is open.
     *
     * @param subject who needs them, for people
     */
    public Lease lease(String subject, Collection<String> digests) throws IOException {
        return lock.with(() -> leases.take(subject, digests, Optional.empty()));
    }

    /** Keeps a generation's layers while a machine runs it. */
    public Lease lease(Generation generation) throws IOException {
        String subject = "machine of " + generation.system() + " generation " + generation.number();
        List<String> digests = digests(generation);
        return lock.with(() -> leases.take(subject, digests, Optional.of(generation.directory())));
    }

    /**
     * The layers of a generation, lowest first.
     *
     * @throws IOException when one is missing, with its name
     */
    public List<Layer> layersOf(Generation generation) throws IOException {
        List<Layer> result = new ArrayList<>();
        for (LayerRef ref : generation.layers()) {
            Optional<Layer> layer = layers.find(ref.digest());
            result.add(
                    layer.orElseThrow(
                            () ->
                                    new IOException(
                                            "the "
                                                    + ref.kind().name().toLowerCase()
                                                    + " layer of generation "
                                                    + generation.number()
                                                    + " is missing or damaged: "
                                                    + layers.directory(ref.digest()))));
        }
        return result;
    }

    @Override
    public boolean exists(String system, int number) {
        return Files.isDirectory(generations.directory(system, number));
    }

    @Override
    public long delete(String system, int number) throws IOException {
        return keeper.delete(system, number);
    }

    @Override
    public Collected collect(CollectRequest request) throws IOException {
        return keeper.collect(request);
    }

    @Override
    public Verification verify(boolean discard, Progress progress, Cancellation cancellation)
            throws IOException {
        Verification found =
                new StoreVerifier(layers, blobs, generations, progress, cancellation).run();
        int gone = discard ? keeper.discard(found.damages()) : 0;
        return new Verification(
                found.generations(),
                found.layers(),
                found.unsummed(),
                found.readBytes(),
                found.damages(),
                gone);
    }

    @Override
    public void exportTo(
            Generation generation, Path file, Progress progress, Cancellation cancellation)
            throws IOException {
        try (Lease _ = lease("export of " + generation.system(), digests(generation))) {
            transfer.write(generation, file, progress, cancellation);
        }
    }

    @Override
    public Imported importFrom(Path file, Progress progress, Cancellation cancellation)
            throws IOException {
        return transfer.read(file, progress, cancellation);
    }

    @Override
    public Generation branch(Generation from, String system, String specText) throws IOException {
        return transfer.branch(from, system, specText);
    }

    private static List<String> digests(Generation generation) {
        return generation.layers().stream().map(LayerRef::digest).toList();
    }

    @Override
    public Map<String, Long> usage() throws IOException {
        var result = new java.util.TreeMap<String, Long>();
        for (String part : List.of("layers", "blobs", "systems", "cache")) {
            result.put(part, StoreFiles.size(root.resolve(part)));
        }
        return result;
    }
}
