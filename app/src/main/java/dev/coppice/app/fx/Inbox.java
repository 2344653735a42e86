package dev.coppice.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Takes items from any thread and hands them over, in order and many at a time, on another.
 *
 * @param <T> what is handed over
 */
public final class Inbox<T> {

    private final Executor to;
    private final Consumer<List<T>> reader;
    private List<T> items = new ArrayList<>();

    /**
     * @param to where the reader runs; it is asked once for all that has come meanwhile
     */
    public Inbox(Executor to, Consumer<List<T>> reader) {
        this.to = to;
        this.reader = reader;
    }

    /** Adds an item; returns at once. */
    public void put(T item) {
        boolean first;
        synchronized (this) {
            first = items.isEmpty();
            items.add(item);
        }
        if (first) {
            to.execute(this::drain);
        }
    }

    private void drain() {
        List<T> batch;
        synchronized (this) {
            batch = items;
            items = new ArrayList<>();
        }
        if (!batch.isEmpty()) {
            reader.accept(batch);
        }
    }
}
