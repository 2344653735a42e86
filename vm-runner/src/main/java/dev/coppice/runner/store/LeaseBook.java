package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The leases of all processes. */
final class LeaseBook {

    private final Path root;

    LeaseBook(Path root) {
        this.root = root;
    }

    /**
     * @param subject who needs the layers, for people
     * @param generation the directory of the generation that is in use, if one is
     */
    Lease take(String subject, Collection<String> digests, Optional<Path> generation)
            throws IOException {
        Path file = root.resolve(UUID.randomUUID() + ".json");
        Entry entry =
                new Entry(
                        Owner.self(),
                        subject,
                        List.copyOf(digests),
                        generation.map(Path::toString).orElse(null));
        StoreFiles.writeJson(file, entry);
        return new Lease(file);
    }

    /** What living processes need; entries of dead ones are removed. The caller holds the lock. */
    Held held() throws IOException {
        Set<String> digests = new HashSet<>();
        Map<Path, String> generations = new HashMap<>();
        for (Path file : StoreFiles.list(root)) {
            try {
                Entry entry = StoreFiles.readJson(file, Entry.class);
                if (!entry.owner().isAlive()) {
                    Files.deleteIfExists(file);
                    continue;
                }
                digests.addAll(entry.digests());
                if (entry.generation() != null) {
                    generations.put(Path.of(entry.generation()), entry.subject());
                }
            } catch (NoSuchFileException e) {
                // Closed meanwhile.
            }
        }
        return new Held(digests, generations);
    }

    /** Removes half-written entries of processes that died. The caller holds the lock. */
    void sweep() throws IOException {
        StoreFiles.sweep(root);
    }

    /**
     * What is needed at this moment.
     *
     * @param digests of layers
     * @param generations directories of generations, with who uses each
     */
    record Held(Set<String> digests, Map<Path, String> generations) {}

    private record Entry(Owner owner, String subject, List<String> digests, String generation) {}
}
