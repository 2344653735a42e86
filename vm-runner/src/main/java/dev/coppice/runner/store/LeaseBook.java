package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
     */
    Lease take(String subject, Collection<String> digests) throws IOException {
        Path file = root.resolve(UUID.randomUUID() + ".json");
        StoreFiles.writeJson(file, new Entry(Owner.self(), subject, List.copyOf(digests)));
        return new Lease(file);
    }

    /** Digests that living processes need; entries of dead ones are removed. */
    Set<String> leased() throws IOException {
        Set<String> result = new HashSet<>();
        for (Path file : StoreFiles.list(root)) {
            try {
                Entry entry = StoreFiles.readJson(file, Entry.class);
                if (entry.owner().isAlive()) {
                    result.addAll(entry.digests());
                } else {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                // Closed meanwhile.
            }
        }
        return result;
    }

    private record Entry(Owner owner, String subject, List<String> digests) {}
}
