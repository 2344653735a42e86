package dev.coppice.runner.console;

import java.util.concurrent.CompletableFuture;

/**
 * The screen of a machine that is still being started: those who listen early get the frames once
 * there are any. It belongs to the machine; closing it here does nothing.
 */
public final class DeferredScreen implements ScreenSource {

    private final CompletableFuture<ScreenSource> connected;

    /**
     * @param connected the screen, once the machine has one; cancelled when it never will
     */
    public DeferredScreen(CompletableFuture<ScreenSource> connected) {
        this.connected = connected.copy();
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        var listening = new CompletableFuture<AutoCloseable>();
        connected.whenComplete(
                (screen, failure) -> {
                    if (failure != null) {
                        listener.closed();
                    } else if (!listening.isDone()) {
                        AutoCloseable registration = screen.listen(listener);
                        if (!listening.complete(registration)) {
                            closeQuietly(registration);
                        }
                    }
                });
        return () -> {
            if (!listening.cancel(false)) {
                listening.getNow(() -> {}).close();
            }
        };
    }

    @Override
    public void key(int keysym, int scanCode, boolean down) {
        if (connected.isDone() && !connected.isCompletedExceptionally()) {
            connected.join().key(keysym, scanCode, down);
        }
    }

    @Override
    public void pointer(int x, int y, int buttons) {
        if (connected.isDone() && !connected.isCompletedExceptionally()) {
            connected.join().pointer(x, y, buttons);
        }
    }

    @Override
    public void close() {
        // The machine ends the connection.
    }

    private static void closeQuietly(AutoCloseable registration) {
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException("a listener could not be taken away", e);
        }
    }
}
