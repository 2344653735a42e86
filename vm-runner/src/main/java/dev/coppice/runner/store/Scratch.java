package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Directories below {@code tmp/} for work in progress. Their names say whose they are, so that it
 * is known from their first moment until they are removed; those of dead owners are swept when a
 * store is opened.
 */
final class Scratch {

    /** What said the owner in directories that earlier versions made. */
    private static final String OWNER = "owner.json";

    private static final int RANDOM = 8;

    private final Path root;
    private final TreeRemover remover;

    Scratch(Path root, TreeRemover remover) {
        this.root = root;
        this.remover = remover;
    }

    ScratchDirectory create() throws IOException {
        Files.createDirectories(root);
        String random = UUID.randomUUID().toString().substring(0, RANDOM);
        Path directory = Files.createDirectory(root.resolve(Owner.self().name(random)));
        Path work = Files.createDirectory(directory.resolve("work"));
        return new ScratchDirectory(directory, work, remover);
    }

    /** Removes what dead processes left; what cannot be removed is reported, not fatal. */
    void sweep(List<String> report) throws IOException {
        for (Path directory : StoreFiles.list(root)) {
            if (isAbandoned(directory)) {
                try {
                    remover.remove(directory);
                    report.add("removed what a stopped build left in " + directory);
                } catch (IOException e) {
                    report.add("left in place: " + e.getMessage());
                }
            }
        }
    }

    private static boolean isAbandoned(Path directory) throws IOException {
        Optional<Owner> named = Owner.in(directory.getFileName().toString());
        if (named.isPresent()) {
            return !named.get().isAlive();
        }
        try {
            return !StoreFiles.readJson(directory.resolve(OWNER), Owner.class).isAlive();
        } catch (IOException e) {
            // Its owner may be about to write its name.
            long age = System.currentTimeMillis() - Files.getLastModifiedTime(directory).toMillis();
            return age > 60_000;
        }
    }
}
