package dev.coppice.app.session;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Notices that another program has written the spec's file. */
public final class OutsideChanges {

    private final SpecSession session;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> changed;
    private boolean looking;
    private String told;

    /**
     * @param changed gets the new content of the file, once for each content, in {@code ui}
     */
    public OutsideChanges(
            SpecSession session, Executor background, Executor ui, Consumer<String> changed) {
        this.session = session;
        this.background = background;
        this.ui = ui;
        this.changed = changed;
    }

    /** Looks now; call it from the session's thread. */
    public void look() {
        if (!looking) {
            looking = true;
            background.execute(
                    () -> {
                        Optional<String> content = content();
                        ui.execute(() -> seen(content));
                    });
        }
    }

    /** A file that is away or unreadable for a moment is no news: saving makes it again. */
    private Optional<String> content() {
        try {
            return Optional.of(session.file().read());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void seen(Optional<String> content) {
        looking = false;
        if (content.isEmpty() || content.get().equals(session.lastOnDisk())) {
            told = null;
        } else if (content.get().equals(session.text().content())) {
            session.keepOver(content.get());
        } else if (!content.get().equals(told)) {
            told = content.get();
            changed.accept(told);
        }
    }
}
