package dev.coppice.runner.store;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes and collects, and works out beforehand what that would do. */
final class StoreKeeper implements GenerationStore.Care {

    private final StoreLock lock;
    private final Scratch scratch;
    private final LeaseBook leases;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final GenerationStore generations;

    StoreKeeper(
            StoreLock lock,
            Scratch scratch,
            LeaseBook leases,
            LayerStore layers,
            BlobStore blobs,
            GenerationStore generations) {
        this.lock = lock;
        this.scratch = scratch;
        this.leases = leases;
        this.layers = layers;
        this.blobs = blobs;
        this.generations = generations;
    }

    /** What may go: names of layers and blobs. */
    private record Garbage(List<String> layers, List<Path> blobs) {

        static final Garbage NONE = new Garbage(List.of(), List.of());
    }

    @Override
    public Deletion plan(Collection<Generation> chosen) throws IOException {
        return lock.with(
                () -> {
                    LeaseBook.Held held = leases.held();
                    Set<Path> gone = directories(chosen);
                    Garbage before = garbage(held, Set.of());
                    Garbage after = garbage(held, gone);
                    Set<String> freed = new LinkedHashSet<>(after.layers());
                    before.layers().forEach(freed::remove);
                    Set<Path> freedBlobs = new LinkedHashSet<>(after.blobs());
                    before.blobs().forEach(freedBlobs::remove);
                    Map<String, LayerRef> refs = new LinkedHashMap<>();
                    chosen.forEach(g -> g.layers().forEach(l -> refs.put(l.digest(), l)));
                    long bytes = 0;
                    for (String digest : freed) {
                        bytes += StoreFiles.size(layers.directory(digest));
                    }
                    for (Path path : freedBlobs) {
                        bytes += StoreFiles.size(path);
                    }
                    for (Path path : gone) {
                        bytes += StoreFiles.size(path);
                    }
                    return new Deletion(
                            List.copyOf(chosen),
                            refs.values().stream().filter(l -> freed.contains(l.digest())).toList(),
                            bytes,
                            refs.values().stream()
                                    .filter(l -> !freed.contains(l.digest()))
                                    .mapToLong(LayerRef::bytes)
                                    .sum(),
                            refusal(chosen, held));
                });
    }

    private static Set<Path> directories(Collection<Generation> chosen) {
        return chosen.stream().map(Generation::directory).collect(Collectors.toSet());
    }

    private static Optional<Problem> refusal(Collection<Generation> chosen, LeaseBook.Held held) {
        for (Generation one : chosen) {
            Optional<Problem> problem = refusal(one.directory(), held);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> refusal(Path directory, LeaseBook.Held held) {
        String title = title(directory);
        String user = held.generations().get(directory);
        if (user != null) {
            return Optional.of(
                    new Problem(
                            "generation-in-use",
                            title + " is in use by the " + user + ".",
                            "Stop its machine first.",
                            List.of()));
        }
        if (GenerationFiles.marks(directory).pinned()) {
            return Optional.of(
                    new Problem(
                            "generation-pinned",
                            title + " is pinned.",
                            "Take the pin off first: coppice generations unpin "
                                    + directory.getFileName()
                                    + ".",
                            List.of()));
        }
        return Optional.empty();
    }

    static String title(Path directory) {
        return "Generation "
                + directory.getFileName()
                + " of "
                + directory.getParent().getFileName();
    }

    @Override
    public long delete(String system, int number) throws IOException {
        try (ScratchDirectory trash = scratch.create()) {
            return lock.with(
                    () -> {
                        Path directory = generations.directory(system, number);
                        if (!Files.isDirectory(directory)) {
                            throw new IOException(
                                    "there is no generation " + number + " of " + system);
                        }
                        LeaseBook.Held held = leases.held();
                        refusal(directory, held).ifPresent(StoreKeeper::refuse);
                        long own = StoreFiles.size(directory);
                        Files.move(
                                directory,
                                trash.path().resolve("generation"),
                                StandardCopyOption.ATOMIC_MOVE);
                        return own + free(garbage(held, Set.of()), trash.path());
                    });
        }
    }

    private static void refuse(Problem problem) {
        throw new ProblemException(problem);
    }

    /** Deletes old generations, when asked to, and what nobody needs. */
    Collected collect(CollectRequest request) throws IOException {
        try (ScratchDirectory trash = scratch.create()) {
            return lock.with(() -> collect(request, trash.path()));
        }
    }

    private Collected collect(CollectRequest request, Path trash) throws IOException {
        LeaseBook.Held held = leases.held();
        List<String> notes = new ArrayList<>();
        List<Generation> old = old(request, held, notes);
        long bytes = 0;
        for (Generation one : old) {
            bytes += StoreFiles.size(one.directory());
            if (!request.dryRun()) {
                Path target = trash.resolve(one.system() + "-" + one.number());
                Files.move(one.directory(), target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Garbage garbage = garbage(held, directories(old));
        if (garbage == Garbage.NONE) {
            generations
                    .damaged()
                    .forEach(
                            (path, why) ->
                                    notes.add(
                                            title(path)
                                                    + " is damaged ("
                                                    + why
                                                    + "), and while it is there nobody knows what"
                                                    + " it needs: no layers were taken. Delete it"
                                                    + " to let them go."));
        }
        if (request.dryRun()) {
            for (String digest : garbage.layers()) {
                bytes += StoreFiles.size(layers.directory(digest));
            }
            for (Path blob : garbage.blobs()) {
                bytes += StoreFiles.size(blob);
            }
        } else {
            bytes += free(garbage, trash);
        }
        return new Collected(old, garbage.layers().size(), garbage.blobs().size(), bytes, notes);
    }

    private List<Generation> old(CollectRequest request, LeaseBook.Held held, List<String> notes)
            throws IOException {
        List<Generation> result = new ArrayList<>();
        if (request.keep().isEmpty()) {
            return result;
        }
        for (String system : generations.systems()) {
            if (!request.systems().isEmpty() && !request.systems().contains(system)) {
                continue;
            }
            Optional<Integer> current = generations.current(system);
            for (Generation one :
                    generations.list(system).stream().skip(request.keep().getAsInt()).toList()) {
                Optional<String> why = keeps(one, current, held);
                if (why.isEmpty()) {
                    result.add(one);
                } else {
                    notes.add(title(one.directory()) + " stays: it is " + why.get() + ".");
                }
            }
        }
        return result;
    }

    private static Optional<String> keeps(
            Generation one, Optional<Integer> current, LeaseBook.Held held) {
        if (one.marks().pinned()) {
            return Optional.of("pinned");
        }
        if (one.marks().label().isPresent()) {
            return Optional.of("labelled " + one.marks().label().get());
        }
        if (current.isPresent() && current.get() == one.number()) {
            return Optional.of("current");
        }
        return held.generations().containsKey(one.directory())
                ? Optional.of("in use")
                : Optional.empty();
    }

    /**
     * @param without directories of generations that do not count
     */
    private Garbage garbage(LeaseBook.Held held, Set<Path> without) throws IOException {
        Set<String> needed = new HashSet<>(held.digests());
        try {
            needed.addAll(generations.neededDigests(without));
        } catch (IOException e) {
            // A manifest cannot be read: nobody knows what is needed, so everything stays.
            return Garbage.NONE;
        }
        return new Garbage(
                layers.digests().stream().filter(digest -> !needed.contains(digest)).toList(),
                blobs.all().stream()
                        .filter(path -> !needed.contains(path.getFileName().toString()))
                        .toList());
    }

    private long free(Garbage garbage, Path trash) throws IOException {
        long bytes = 0;
        for (String digest : garbage.layers()) {
            Path layer = layers.directory(digest);
            bytes += StoreFiles.size(layer);
            Files.move(layer, trash.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path blob : garbage.blobs()) {
            bytes += StoreFiles.size(blob);
            Files.deleteIfExists(blob);
        }
        return bytes;
    }

    /**
     * Takes damaged layers and blobs away, but for those that somebody works with.
     *
     * @return how many
     */
    int discard(Collection<Damage> damages) throws IOException {
        try (ScratchDirectory trash = scratch.create()) {
            return lock.with(
                    () -> {
                        Set<String> held = leases.held().digests();
                        int count = 0;
                        for (Damage damage : damages) {
                            Path place = damage.place();
                            String name = place.getFileName().toString();
                            boolean content =
                                    damage.what() == Damage.What.LAYER
                                            || damage.what() == Damage.What.PROJECT_FILE;
                            if (content && !held.contains(name) && Files.exists(place)) {
                                Path target = trash.path().resolve(name);
                                Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
                                count++;
                            }
                        }
                        return count;
                    });
        }
    }
}
