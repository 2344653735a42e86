package dev.coppice.runner.proc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * A wish to stop, passed down to everything that one job started. Once cancelled it stays so.
 * Thread-safe.
 */
public final class Cancellation {

    private final Map<Object, Runnable> actions = new LinkedHashMap<>();
    private boolean cancelled;

    /** Utters the wish; runs the registered actions once, in this thread. */
    public void cancel() {
        List<Runnable> todo;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            todo = List.copyOf(actions.values());
            actions.clear();
            notifyAll();
        }
        todo.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * @throws CancellationException when the wish was uttered
     */
    public void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }

    /**
     * Runs an action when the wish comes, at once if it came already.
     *
     * @return forgets the action
     */
    public Registration onCancel(Runnable action) {
        Object key = new Object();
        synchronized (this) {
            if (!cancelled) {
                actions.put(key, action);
                return () -> forget(key);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void forget(Object key) {
        actions.remove(key);
    }

    /** Closing it forgets the action; an action that runs already runs on. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
