package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where layers and generations live. Opening it sweeps what dead processes left. Several processes
 * may use one store at a time. Its directory:
 *
 * <pre>
 *   layers/DIGEST/            image.squashfs, layer.json, meta.tar | vmlinuz, initrd, version
 *                             | system.img
 *   blobs/SHA256              project files of generations
 *   systems/NAME/NUMBER/      system.yaml, build.log, boot.json, screenshot.png, manifest.json
 *   systems/NAME/current      number of the current generation
 *   cache/                    downloaded packages and package lists
 *   tmp/                      work in progress
 *   leases/                   who needs which layers at this moment
 * </pre>
 */
public final class Store {

    /** The layers that no other generation is likely to have. */
    private static final Set<LayerKind> OWN = Set.of(LayerKind.CONFIG, LayerKind.IMAGE);

    private final Path root;
    private final StoreLock lock;
    private final Scratch scratch;
    private final LeaseBook leases;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final GenerationStore generations;
    private final TimingHistory timings;
    private final List<String> recovery = new ArrayList<>();

    private Store(Path root, TreeRemover remover) {
        this.root = root;
        this.lock = new StoreLock(root.resolve("lock"));
        this.scratch = new Scratch(root.resolve("tmp"), remover);
        this.leases = new LeaseBook(root.resolve("leases"));
        this.layers = new LayerStore(root.resolve("layers"), lock);
        this.blobs = new BlobStore(root.resolve("blobs"));
        this.generations = new GenerationStore(root.resolve("systems"), lock, blobs, this::delete);
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
        lock.with(leases::leased);
        generations.damaged().forEach((path, why) -> recovery.add("damaged: " + path + ": " + why));
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
        return lock.with(() -> leases.take(subject, digests));
    }

    /** Keeps a generation's layers while a machine runs it. */
    public Lease lease(Generation generation) throws IOException {
        return lease(
                "machine of " + generation.system() + " generation " + generation.number(),
                generation.layers().stream().map(LayerRef::digest).toList());
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

    /**
     * Deletes a generation, damaged or not, and the layers that nothing else needs. A generation
     * that a machine runs stays.
     *
     * @return bytes freed
     * @throws IOException when it is not there, in use, or cannot be removed
     */
    public long delete(String system, int number) throws IOException {
        try (ScratchDirectory trash = scratch.create()) {
            return lock.with(() -> deleteLocked(system, number, trash.path()));
        }
    }

    private long deleteLocked(String system, int number, Path trash) throws IOException {
        Path directory = generations.directory(system, number);
        String title = "generation " + number + " of " + system;
        if (!Files.isDirectory(directory)) {
            throw new IOException("there is no " + title);
        }
        Set<String> leased = leases.leased();
        boolean used =
                generations.find(system, number).stream()
                        .flatMap(generation -> generation.layers().stream())
                        .filter(layer -> OWN.contains(layer.kind()))
                        .anyMatch(layer -> leased.contains(layer.digest()));
        if (used) {
            throw new IOException(title + " is in use; stop its machine first");
        }
        Files.move(directory, trash.resolve("generation"), StandardCopyOption.ATOMIC_MOVE);
        return free(leased, trash);
    }

    private long free(Set<String> leased, Path trash) throws IOException {
        Set<String> needed = new HashSet<>(leased);
        try {
            needed.addAll(generations.neededDigests());
        } catch (IOException e) {
            // A manifest cannot be read: nobody knows what is needed, so everything stays.
            return 0;
        }
        long bytes = 0;
        for (String digest : layers.digests()) {
            if (!needed.contains(digest)) {
                Path layer = layers.directory(digest);
                bytes += StoreFiles.size(layer);
                Files.move(layer, trash.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path blob : StoreFiles.list(root.resolve("blobs"))) {
            if (!needed.contains(blob.getFileName().toString())) {
                bytes += StoreFiles.size(blob);
                Files.deleteIfExists(blob);
            }
        }
        return bytes;
    }

    /** Bytes that the store takes, by part. */
    public Map<String, Long> usage() throws IOException {
        var result = new java.util.TreeMap<String, Long>();
        for (String part : List.of("layers", "blobs", "systems", "cache")) {
            result.put(part, StoreFiles.size(root.resolve(part)));
        }
        return result;
    }
}
