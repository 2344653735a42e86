package dev.coppice.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C and SIGTERM, turned into a request to stop. The process's own shutdown hook fires it and
 * then waits until the command has cleaned up, so that the exit code stays that of the signal (130
 * for Ctrl+C).
 */
public final class Interrupts {

    /** Longer than every stop ladder of what a command may have started. */
    private static final long PATIENCE_SECONDS = 40;

    private final Deque<Runnable> actions = new ArrayDeque<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean fired;

    /**
     * Runs an action when the program is interrupted, at once if it already was.
     *
     * @return closed to forget the action
     */
    Following onInterrupt(Runnable action) {
        boolean now;
        synchronized (this) {
            now = fired;
            actions.push(action);
        }
        if (now) {
            action.run();
        }
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }

    /** Whether the program was interrupted. */
    synchronized boolean fired() {
        return fired;
    }

    /** Interrupts: runs the actions, the newest first. */
    void fire() {
        Deque<Runnable> now;
        synchronized (this) {
            fired = true;
            now = new ArrayDeque<>(actions);
        }
        now.forEach(Runnable::run);
    }

    /** The command has ended and has cleaned up. */
    public void finished() {
        finished.countDown();
    }

    /** For a shutdown hook: interrupts a command that still runs and waits for its end. */
    public void fireAndAwait() {
        if (finished.getCount() == 0) {
            return;
        }
        fire();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("coppice: stopping took too long; see coppice doctor");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
