package dev.coppice.runner.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an update of a lock would do; it does nothing until it is applied.
 *
 * @param file the lock of the project
 * @param before of nothing when the project had no lock
 * @param after with the newest versions
 */
public record LockUpdate(Path file, SystemLock before, SystemLock after) {

    /** Security fixes first, then by name. */
    public List<LockChange> changes() {
        return LockChange.between(before, after);
    }

    /** Moves the lock. */
    public void apply() throws IOException {
        LockFile.write(after, file);
    }
}
