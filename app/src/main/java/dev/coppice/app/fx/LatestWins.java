package dev.coppice.app.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on snapshots in the background; only the result for the newest one arrives. At most one
 * piece of work runs at a time: what is handed in meanwhile waits, and each newer one takes the
 * place of the one that waits. Use from one thread, the one that {@code ui} runs on.
 */
public final class LatestWins<I, O> implements AutoCloseable {

    private final Function<I, O> work;
    private final Executor background;
    private final Executor ui;
    private final Consumer<O> sink;
    private I waiting;
    private boolean busy;
    private boolean closed;

    /**
     * @param work runs in the background on a snapshot
     * @param sink gets the results, in {@code ui}
     */
    public LatestWins(Function<I, O> work, Executor background, Executor ui, Consumer<O> sink) {
        this.work = work;
        this.background = background;
        this.ui = ui;
        this.sink = sink;
    }

    /** Hands in a newer snapshot. */
    public void submit(I snapshot) {
        waiting = snapshot;
        if (!busy) {
            next();
        }
    }

    /** Whether a result is still to come. */
    public boolean busy() {
        return busy;
    }

    @Override
    public void close() {
        closed = true;
        waiting = null;
    }

    private void next() {
        I snapshot = waiting;
        waiting = null;
        busy = true;
        background.execute(() -> run(snapshot));
    }

    private void run(I snapshot) {
        try {
            O result = work.apply(snapshot);
            ui.execute(() -> done(result));
        } catch (RuntimeException | Error bug) {
            ui.execute(() -> failed(bug));
        }
    }

    private void done(O result) {
        busy = false;
        if (waiting != null) {
            next();
        } else if (!closed) {
            sink.accept(result);
        }
    }

    /** A bug must reach the one handler of the UI thread, and later snapshots must still work. */
    private void failed(Throwable bug) {
        busy = false;
        if (waiting != null) {
            next();
        }
        switch (bug) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(bug);
        }
    }
}
