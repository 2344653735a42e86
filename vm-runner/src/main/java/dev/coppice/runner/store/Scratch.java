package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Directories below {@code tmp/} for work in progress. Each names its owner; those of dead owners
 * are swept when a store is opened.
 */
final class Scratch {

    private static final String OWNER = "owner.json";

    private final Path root;
    private final TreeRemover remover;

    Scratch(Path root, TreeRemover remover) {
        this.root = root;
        this.remover = remover;
    }

    ScratchDirectory create() throws IOException {
        Path directory = root.resolve(UUID.randomUUID().toString());
        Files.createDirectories(directory);
        StoreFiles.writeJson(directory.resolve(OWNER), Owner.self());
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
        try {
            return !StoreFiles.readJson(directory.resolve(OWNER), Owner.class).isAlive();
        } catch (IOException e) {
            // Its owner may be about to write its name.
            long age = System.currentTimeMillis() - Files.getLastModifiedTime(directory).toMillis();
            return age > 60_000;
        }
    }
}
