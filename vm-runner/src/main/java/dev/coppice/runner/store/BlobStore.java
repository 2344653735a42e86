package dev.coppice.runner.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.List;
import java.util.UUID;

/** Single files named by the SHA-256 of their bytes: the project files of generations. */
public final class BlobStore {

    private final Path root;

    BlobStore(Path root) {
        this.root = root;
    }

    /** Where the bytes with a digest are, or would be. */
    public Path path(String digest) {
        return root.resolve(digest);
    }

    /** All files, whatever is in them. */
    List<Path> all() throws IOException {
        return StoreFiles.list(root).stream()
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .toList();
    }

    /** Removes half-written files of processes that died. The caller holds the lock. */
    void sweep() throws IOException {
        StoreFiles.sweep(root);
    }

    /**
     * Copies a file in, unless its bytes are there.
     *
     * @return its digest
     */
    String add(Path file) throws IOException {
        Path temporary = root.resolve("." + UUID.randomUUID());
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, Digests.sha256())) {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                digesting.transferTo(out);
            }
            String digest = Digests.hex(digesting.getMessageDigest());
            if (!Files.exists(path(digest))) {
                StoreFiles.syncTree(temporary);
                Files.move(temporary, path(digest), StandardCopyOption.ATOMIC_MOVE);
            }
            return digest;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
