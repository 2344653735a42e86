package dev.coppice.app.shell;

import dev.coppice.app.session.Services;

import java.io.IOException;
import java.util.function.Consumer;

/** Work off the FX thread that may fail as the world does; what follows is back on it. */
record BackgroundWork(Services services) {

    /** What is done in the background. */
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does it.
     *
     * @param done gets the result, on the FX thread
     * @param failed gets a sentence for people, on the FX thread
     */
    <T> void run(Work<T> work, Consumer<T> done, Consumer<String> failed) {
        services.background()
                .execute(
                        () -> {
                            try {
                                T result = work.run();
                                services.ui().execute(() -> done.accept(result));
                            } catch (IOException e) {
                                String message = WindowDialogs.words(e);
                                services.ui().execute(() -> failed.accept(message));
                            }
                        });
    }
}
