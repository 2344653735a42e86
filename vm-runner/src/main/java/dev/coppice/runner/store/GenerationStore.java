package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The generations as directories, each made there by one rename. */
final class GenerationStore implements Generations {

    private static final String CURRENT = "current";
    private static final String LAST = "last";

    /** How generations are called on disk. */
    private static final String NUMBER = "[1-9][0-9]{0,8}";

    private final GenerationFiles files = new GenerationFiles();
    private final Path root;
    private final StoreLock lock;
    private final BlobStore blobs;
    private final Supplier<Care> care;

    GenerationStore(Path root, StoreLock lock, BlobStore blobs, Supplier<Care> care) {
        this.root = root;
        this.lock = lock;
        this.blobs = blobs;
        this.care = care;
    }

    @Override
    public List<String> systems() throws IOException {
        List<String> result = new ArrayList<>();
        for (Path system : StoreFiles.list(root)) {
            if (!numbers(system).isEmpty()) {
                result.add(system.getFileName().toString());
            }
        }
        return result;
    }

    @Override
    public List<Generation> list(String system) throws IOException {
        List<Generation> result = new ArrayList<>();
        for (int number : numbers(root.resolve(system)).reversed()) {
            find(system, number).ifPresent(result::add);
        }
        return result;
    }

    @Override
    public Optional<Generation> find(String system, int number) {
        try {
            return Optional.of(files.read(directory(system, number)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Integer> current(String system) throws IOException {
        Optional<Integer> marked = number(root.resolve(system).resolve(CURRENT));
        if (marked.isPresent() && find(system, marked.get()).isPresent()) {
            return marked;
        }
        return list(system).stream().findFirst().map(Generation::number);
    }

    @Override
    public void makeCurrent(String system, int number) throws IOException {
        lock.with(
                () -> {
                    files.manifest(directory(system, number));
                    StoreFiles.write(root.resolve(system).resolve(CURRENT), number + "\n");
                    return null;
                });
    }

    /** Takes in what a build made, under the next number, and marks it current. */
    Generation add(NewGeneration made, ScratchDirectory scratch) throws IOException {
        Path prepared = Files.createDirectory(scratch.path().resolve("generation"));
        TreeMap<String, String> kept = new TreeMap<>();
        Files.createDirectories(root.resolve(made.system()));
        Files.writeString(
                prepared.resolve(GenerationFiles.SPEC), made.specText(), StandardCharsets.UTF_8);
        Files.write(prepared.resolve(GenerationFiles.LOG), made.log(), StandardCharsets.UTF_8);
        return lock.with(
                () -> {
                    // Inside the lock, so that no deletion takes a blob for unused.
                    for (var file : made.projectFiles().entrySet()) {
                        kept.put(file.getKey(), blobs.add(file.getValue()));
                    }
                    return commit(made, prepared, kept);
                });
    }

    private Generation commit(NewGeneration made, Path prepared, SortedMap<String, String> kept)
            throws IOException {
        Path system = root.resolve(made.system());
        int number = nextNumber(system);
        Manifest manifest =
                new Manifest(
                        Manifest.FORMAT,
                        made.system(),
                        number,
                        Instant.now(),
                        made.layers(),
                        made.kernelVersion(),
                        made.buildTime(),
                        kept,
                        Optional.of(made.target().id()),
                        made.image());
        Generation generation = publish(manifest, prepared);
        StoreFiles.write(system.resolve(CURRENT), number + "\n");
        return generation;
    }

    /**
     * Lets a prepared directory be a generation. The caller holds the lock.
     *
     * @param manifest written last; the rename is the moment from which the generation is there
     */
    Generation publish(Manifest manifest, Path prepared) throws IOException {
        Path system = Files.createDirectories(root.resolve(manifest.system()));
        StoreFiles.writeJson(prepared.resolve(GenerationFiles.MANIFEST), manifest);
        StoreFiles.syncTree(prepared);
        int last = Math.max(manifest.number(), number(system.resolve(LAST)).orElse(0));
        StoreFiles.write(system.resolve(LAST), last + "\n");
        Path target = system.resolve(Integer.toString(manifest.number()));
        Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
        StoreFiles.syncDirectory(system);
        return files.read(target);
    }

    Manifest manifest(Path directory) throws IOException {
        return files.manifest(directory);
    }

    /** Numbers of deleted generations are never given again. */
    int nextNumber(String system) throws IOException {
        return nextNumber(root.resolve(system));
    }

    private static int nextNumber(Path system) throws IOException {
        int last = numbers(system).stream().max(Integer::compare).orElse(0);
        return Math.max(last, number(system.resolve(LAST)).orElse(0)) + 1;
    }

    private static Optional<Integer> number(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches(NUMBER) ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    @Override
    public Generation recordBoot(Generation generation, BootRecord boot) throws IOException {
        Path directory = generation.directory();
        return lock.with(
                () -> {
                    BootFiles.write(directory, boot);
                    return files.read(directory);
                });
    }

    @Override
    public Generation mark(Generation generation, Marks marks) throws IOException {
        if (!Marks.isLabel(marks.label().orElse(""))) {
            throw new IllegalArgumentException("not a label: " + marks.label());
        }
        Path directory = generation.directory();
        return lock.with(
                () -> {
                    files.manifest(directory);
                    StoreFiles.writeJson(directory.resolve(GenerationFiles.MARKS), marks);
                    return files.read(directory);
                });
    }

    @Override
    public String log(Generation generation) throws IOException {
        return Files.readString(generation.directory().resolve(GenerationFiles.LOG));
    }

    @Override
    public long delete(Generation generation) throws IOException {
        return care.get().delete(generation.system(), generation.number());
    }

    @Override
    public Deletion plan(Collection<Generation> generations) throws IOException {
        return care.get().plan(generations);
    }

    @Override
    public SortedMap<String, Path> projectFiles(Generation generation) throws IOException {
        TreeMap<String, Path> result = new TreeMap<>();
        files.manifest(generation.directory())
                .projectFiles()
                .forEach((name, digest) -> result.put(name, blobs.path(digest)));
        return result;
    }

    Path directory(String system, int number) {
        return root.resolve(system).resolve(Integer.toString(number));
    }

    /** The directories of all generations of all systems, whole or not. */
    List<Path> directories() throws IOException {
        List<Path> result = new ArrayList<>();
        for (Path system : StoreFiles.list(root)) {
            for (int number : numbers(system)) {
                result.add(system.resolve(Integer.toString(number)));
            }
        }
        return result;
    }

    /**
     * What all generations need.
     *
     * @param without directories of generations that do not count
     * @throws IOException when a manifest cannot be read: then nobody knows
     */
    Set<String> neededDigests(Set<Path> without) throws IOException {
        Set<String> result = new HashSet<>();
        for (Path directory : directories()) {
            if (!without.contains(directory)) {
                result.addAll(files.manifest(directory).needs());
            }
        }
        return result;
    }

    /** Directories of generations whose manifest is missing or unreadable, with the reason. */
    SortedMap<Path, String> damaged() throws IOException {
        TreeMap<Path, String> result = new TreeMap<>();
        for (Path directory : directories()) {
            try {
                files.manifest(directory).made();
                if (!Files.isReadable(directory.resolve(GenerationFiles.SPEC))) {
                    throw new IOException(GenerationFiles.SPEC + " is missing");
                }
            } catch (IOException e) {
                result.put(directory, String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    /** Removes half-written files of processes that died. The caller holds the lock. */
    void sweep() throws IOException {
        for (Path system : StoreFiles.list(root)) {
            StoreFiles.sweep(system);
        }
        for (Path directory : directories()) {
            StoreFiles.sweep(directory);
        }
    }

    private static List<Integer> numbers(Path system) throws IOException {
        return StoreFiles.list(system).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(NUMBER))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** Knows what other generations, builds and machines need. */
    interface Care {

        /** Deletes a generation and what only it needed. */
        long delete(String system, int number) throws IOException;

        /** What deleting would do. */
        Deletion plan(Collection<Generation> generations) throws IOException;
    }
}
