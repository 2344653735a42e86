package dev.coppice.runner.build.kubernetes;

import dev.coppice.runner.proc.Cancellation;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, but not for what is no longer wanted. */
final class Waiting {

    private Waiting() {}

    /**
     * @throws CancellationException as soon as the wish to stop comes
     */
    static void pause(Duration time, Cancellation cancellation) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(stopped::countDown)) {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        }
    }
}
