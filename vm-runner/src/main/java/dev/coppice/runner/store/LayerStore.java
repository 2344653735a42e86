package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The layers, each a directory named by its digest; one rename makes a layer be there. */
public final class LayerStore {

    static final String INFO = "layer.json";

    private final Path root;
    private final StoreLock lock;

    LayerStore(Path root, StoreLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** The layer with a digest, if it is there whole. */
    public Optional<Layer> find(String digest) {
        Path directory = root.resolve(digest);
        try {
            Info info = info(directory);
            Layer layer = new Layer(info.kind(), digest, directory, info.bytes());
            return Optional.of(layer).filter(found -> Files.isReadable(found.image()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a layer was made from, as the planner wrote it. */
    public Optional<String> inputs(String digest) {
        try {
            return Optional.of(info(root.resolve(digest)).inputs());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** All whole layers of a kind, newest first. */
    public List<Layer> all(LayerKind kind) throws IOException {
        record Dated(Layer layer, Instant made) {}
        List<Dated> found = new ArrayList<>();
        for (Path directory : StoreFiles.list(root)) {
            Optional<Layer> layer =
                    find(directory.getFileName().toString()).filter(l -> l.kind() == kind);
            if (layer.isPresent()) {
                found.add(new Dated(layer.get(), info(directory).made()));
            }
        }
        found.sort((a, b) -> b.made().compareTo(a.made()));
        return found.stream().map(Dated::layer).toList();
    }

    /**
     * Takes a finished directory in as a layer. When another process was quicker, its layer stays
     * and the directory is left to the caller.
     *
     * @param made a directory on the store's file system, with its image
     * @param inputs what went into it, canonical JSON
     * @param took time that it took
     */
    public Layer add(LayerKind kind, String digest, Path made, String inputs, Duration took)
            throws IOException {
        SortedMap<String, Sum> files = sums(made);
        long bytes = files.values().stream().mapToLong(Sum::bytes).sum();
        Info info = new Info(kind, digest, bytes, Instant.now(), took, inputs, files);
        StoreFiles.writeJson(made.resolve(INFO), info);
        return place(digest, made);
    }

    /**
     * Takes a directory in that has a layer's description already: one that was exported.
     *
     * @throws IOException when the description does not fit the digest
     */
    Layer adopt(String digest, Path made) throws IOException {
        Info info = info(made);
        if (!digest.equals(info.digest()) || !digest.equals(Digests.of(info.inputs()))) {
            throw new IOException("the layer " + digest + " is not what its name says");
        }
        return place(digest, made);
    }

    private Layer place(String digest, Path made) throws IOException {
        StoreFiles.syncTree(made);
        return lock.with(
                () -> {
                    Optional<Layer> there = find(digest);
                    if (there.isPresent()) {
                        return there.get();
                    }
                    Path target = root.resolve(digest);
                    if (Files.exists(target)) {
                        // Damaged: out of the way, swept with the caller's scratch directory.
                        Files.move(
                                target,
                                made.resolveSibling("damaged-" + digest),
                                StandardCopyOption.ATOMIC_MOVE);
                    }
                    Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
                    StoreFiles.syncDirectory(root);
                    return find(digest).orElseThrow();
                });
    }

    private static SortedMap<String, Sum> sums(Path made) throws IOException {
        TreeMap<String, Sum> result = new TreeMap<>();
        for (Path file : StoreFiles.list(made)) {
            if (Files.isRegularFile(file)) {
                String name = file.getFileName().toString();
                result.put(name, new Sum(Files.size(file), Digests.of(file)));
            }
        }
        return result;
    }

    /** Sizes and SHA-256 of a layer's files, by name; empty for layers of an older Coppice. */
    SortedMap<String, Sum> sumsOf(String digest) throws IOException {
        SortedMap<String, Sum> files = info(root.resolve(digest)).files();
        return files == null ? new TreeMap<>() : files;
    }

    /** The size of all files as it was when the layer was made. */
    long bytes(String digest) throws IOException {
        return info(root.resolve(digest)).bytes();
    }

    private static Info info(Path directory) throws IOException {
        return StoreFiles.readJson(directory.resolve(INFO), Info.class);
    }

    /** Everything below the layers' directory, whole or not. */
    List<String> digests() throws IOException {
        return StoreFiles.list(root).stream().map(p -> p.getFileName().toString()).toList();
    }

    Path directory(String digest) {
        return root.resolve(digest);
    }

    private record Info(
            LayerKind kind,
            String digest,
            long bytes,
            Instant made,
            Duration took,
            String inputs,
            SortedMap<String, Sum> files) {}

    /** Size and SHA-256 of a file. */
    record Sum(long bytes, String sha256) {}
}
