package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The generations as directories, each made there by one rename. */
final class GenerationStore implements Generations {

    private static final String MANIFEST = "manifest.json";
    private static final String SPEC = "system.yaml";
    private static final String LOG = "build.log";
    private static final String BOOT = "boot.json";
    private static final String SCREENSHOT = "screenshot.png";
    private static final String CURRENT = "current";
    private static final String LAST = "last";

    /** How generations are called on disk. */
    private static final String NUMBER = "[1-9][0-9]{0,8}";

    private final Path root;
    private final StoreLock lock;
    private final BlobStore blobs;
    private final Deleter deleter;

    GenerationStore(Path root, StoreLock lock, BlobStore blobs, Deleter deleter) {
        this.root = root;
        this.lock = lock;
        this.blobs = blobs;
        this.deleter = deleter;
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
            return Optional.of(read(directory(system, number)));
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
                    read(directory(system, number));
                    StoreFiles.write(root.resolve(system).resolve(CURRENT), number + "\n");
                    return null;
                });
    }

    /** Takes in what a build made, under the next number, and marks it current. */
    Generation add(NewGeneration made, ScratchDirectory scratch) throws IOException {
        Path prepared = Files.createDirectory(scratch.path().resolve("generation"));
        TreeMap<String, String> files = new TreeMap<>();
        Files.createDirectories(root.resolve(made.system()));
        Files.writeString(prepared.resolve(SPEC), made.specText(), StandardCharsets.UTF_8);
        Files.write(prepared.resolve(LOG), made.log(), StandardCharsets.UTF_8);
        return lock.with(
                () -> {
                    // Inside the lock, so that no deletion takes a blob for unused.
                    for (var file : made.projectFiles().entrySet()) {
                        files.put(file.getKey(), blobs.add(file.getValue()));
                    }
                    return commit(made, prepared, files);
                });
    }

    private Generation commit(NewGeneration made, Path prepared, SortedMap<String, String> files)
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
                        files,
                        Optional.of(made.target().id()),
                        made.image());
        StoreFiles.writeJson(prepared.resolve(MANIFEST), manifest);
        StoreFiles.syncTree(prepared);
        StoreFiles.write(system.resolve(LAST), number + "\n");
        Path target = system.resolve(Integer.toString(number));
        Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
        StoreFiles.write(system.resolve(CURRENT), number + "\n");
        return read(target);
    }

    /** Numbers of deleted generations are never given again. */
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
                    if (boot.screenshot().isPresent()) {
                        Path source = boot.screenshot().get();
                        if (!source.equals(directory.resolve(SCREENSHOT))) {
                            StoreFiles.write(
                                    directory.resolve(SCREENSHOT), Files.readAllBytes(source));
                        }
                    }
                    StoreFiles.writeJson(
                            directory.resolve(BOOT),
                            new BootRecord(
                                    boot.at(),
                                    boot.ready(),
                                    boot.accelerator(),
                                    boot.facts(),
                                    boot.checks(),
                                    Optional.empty()));
                    return read(directory);
                });
    }

    @Override
    public String log(Generation generation) throws IOException {
        return Files.readString(generation.directory().resolve(LOG));
    }

    @Override
    public long delete(Generation generation) throws IOException {
        return deleter.delete(generation.system(), generation.number());
    }

    @Override
    public SortedMap<String, Path> projectFiles(Generation generation) throws IOException {
        TreeMap<String, Path> result = new TreeMap<>();
        manifest(generation.directory())
                .projectFiles()
                .forEach((name, digest) -> result.put(name, blobs.path(digest)));
        return result;
    }

    Path directory(String system, int number) {
        return root.resolve(system).resolve(Integer.toString(number));
    }

    /**
     * What all generations need.
     *
     * @throws IOException when a manifest cannot be read: then nobody knows
     */
    Set<String> neededDigests() throws IOException {
        Set<String> result = new HashSet<>();
        for (Path system : StoreFiles.list(root)) {
            for (int number : numbers(system)) {
                Manifest manifest = manifest(system.resolve(Integer.toString(number)));
                manifest.layers().forEach(layer -> result.add(layer.digest()));
                result.addAll(manifest.projectFiles().values());
            }
        }
        return result;
    }

    /** Directories of generations whose manifest is missing or unreadable, with the reason. */
    SortedMap<Path, String> damaged() throws IOException {
        TreeMap<Path, String> result = new TreeMap<>();
        for (Path system : StoreFiles.list(root)) {
            for (int number : numbers(system)) {
                Path directory = system.resolve(Integer.toString(number));
                try {
                    read(directory);
                } catch (IOException e) {
                    result.put(directory, String.valueOf(e.getMessage()));
                }
            }
        }
        return result;
    }

    private Generation read(Path directory) throws IOException {
        Manifest manifest = manifest(directory);
        return new Generation(
                manifest.system(),
                manifest.number(),
                manifest.created(),
                Files.readString(directory.resolve(SPEC)),
                manifest.layers(),
                manifest.kernelVersion(),
                manifest.buildTime(),
                directory,
                boot(directory),
                manifest.made(),
                manifest.image());
    }

    private static Manifest manifest(Path directory) throws IOException {
        return StoreFiles.readJson(directory.resolve(MANIFEST), Manifest.class);
    }

    private static Optional<BootRecord> boot(Path directory) {
        Path file = directory.resolve(BOOT);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            BootRecord boot = StoreFiles.readJson(file, BootRecord.class);
            Path screenshot = directory.resolve(SCREENSHOT);
            return Optional.of(
                    new BootRecord(
                            boot.at(),
                            boot.ready(),
                            boot.accelerator(),
                            boot.facts(),
                            boot.checks(),
                            Optional.of(screenshot).filter(Files::isReadable)));
        } catch (IOException e) {
            // The generation itself is whole; it only counts as not booted.
            return Optional.empty();
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

    /** Deletes a generation and what only it needed. */
    @FunctionalInterface
    interface Deleter {
        long delete(String system, int number) throws IOException;
    }
}
