package dev.coppice.runner.build.nixos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Which nixpkgs a system was evaluated with last: it stays so until the lock is removed, and is
 * then the newest of the channel. Beside it stands what it was made for; a lock for something else
 * is not used.
 */
final class NixLocks {

    private final Path folder;
    private final String system;

    /**
     * @param folder where locks are kept
     * @param system the system's name
     */
    NixLocks(Path folder, String system) {
        this.folder = folder;
        this.system = system;
    }

    /** Gives a flake the lock of before. */
    void put(NixFlake flake) throws IOException {
        if (Files.isReadable(kept(flake))) {
            Files.copy(kept(flake), flake.lock(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Keeps the lock of a flake. */
    void keep(NixFlake flake) throws IOException {
        if (Files.isReadable(flake.lock())) {
            Path fresh = Files.createTempFile(folder, ".lock", ".new");
            Files.copy(flake.lock(), fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, kept(flake), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path kept(NixFlake flake) {
        String meant =
                flake.settings()
                        .nixpkgs()
                        .map(it -> "-" + Integer.toHexString(it.hashCode()))
                        .orElse("");
        return folder.resolve(system + meant + ".flake.lock");
    }
}
