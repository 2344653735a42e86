package dev.coppice.app.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the last of several actions once it has been quiet for a while. */
public final class Debouncer {

    private final ScheduledExecutorService timer;
    private final Executor ui;
    private final Duration quiet;
    private final AtomicLong newest = new AtomicLong();

    /**
     * @param ui runs the action
     * @param quiet how long nothing may follow
     */
    public Debouncer(ScheduledExecutorService timer, Executor ui, Duration quiet) {
        this.timer = timer;
        this.ui = ui;
        this.quiet = quiet;
    }

    /** Runs {@code action} later unless another follows. */
    public void submit(Runnable action) {
        long turn = newest.incrementAndGet();
        timer.schedule(
                () -> {
                    if (newest.get() == turn) {
                        ui.execute(() -> runIfNewest(turn, action));
                    }
                },
                quiet.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void runIfNewest(long turn, Runnable action) {
        if (newest.get() == turn) {
            action.run();
        }
    }
}
