package dev.coppice.runner.build.kubernetes;

import java.time.Duration;

/** Counts how long something has been amiss without a break. */
final class Patience {

    private final Duration most;
    private long since = -1;

    Patience(Duration most) {
        this.most = most;
    }

    /**
     * Notes how it is now.
     *
     * @return whether it has been amiss for too long
     */
    boolean isLost(boolean amiss) {
        if (!amiss) {
            since = -1;
            return false;
        }
        long now = System.nanoTime();
        if (since < 0) {
            since = now;
        }
        return now - since >= most.toNanos();
    }
}
