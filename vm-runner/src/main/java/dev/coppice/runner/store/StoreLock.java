package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time, among threads and among processes. The operating system frees it when its
 * holder dies. Held for moments only, never while a tool runs.
 */
final class StoreLock {

    private static final long RETRY_MILLIS = 10;

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock();

    StoreLock(Path file) {
        this.file = file;
    }

    <T> T with(Action<T> action) throws IOException {
        threads.lock();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = acquire(channel);
            try {
                return action.run();
            } finally {
                lock.release();
            }
        } finally {
            threads.unlock();
        }
    }

    private static FileLock acquire(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // Another Store object of this very process holds it.
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the store", e);
        }
    }

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }
}
