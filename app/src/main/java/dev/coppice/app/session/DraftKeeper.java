package dev.coppice.app.session;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Keeps what is not saved while it is edited, and forgets it once it is saved or given up. */
public final class DraftKeeper implements ProjectSession.Observer, AutoCloseable {

    private final SpecSession session;
    private final DraftStore store;
    private final Debouncer pause;
    private final Consumer<String> failed;
    private final LatestWins<Optional<Unsaved>, Optional<String>> work;
    private final AutoCloseable following;
    private boolean told;
    private boolean ended;

    private record Unsaved(String text, String onDisk) {}

    /**
     * @param pause how long nothing may be typed before the draft is written
     * @param failed gets a sentence for people, once, when drafts cannot be written
     */
    public DraftKeeper(
            SpecSession session,
            DraftStore store,
            Debouncer pause,
            Executor background,
            Executor ui,
            Consumer<String> failed) {
        this.session = session;
        this.store = store;
        this.pause = pause;
        this.failed = failed;
        this.work = new LatestWins<>(this::write, background, ui, this::written);
        this.following = session.observe(this);
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        pause.submit(this::look);
    }

    @Override
    public void modifiedChanged(boolean modified) {
        if (!modified) {
            look();
        }
    }

    /** Keeps nothing any more; what is kept stays until {@link #forget}. */
    @Override
    public void close() {
        pause.submit(() -> {});
        work.close();
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets the draft for good: what is not saved was given up. Blocks for a moment. */
    public synchronized void forget() throws IOException {
        ended = true;
        store.forget(session.file().path());
    }

    /** Writes or forgets the draft now. */
    private void look() {
        work.submit(
                session.modified()
                        ? Optional.of(new Unsaved(session.text().content(), session.lastOnDisk()))
                        : Optional.empty());
    }

    /** What stood in the way; empty when nothing did. */
    private synchronized Optional<String> write(Optional<Unsaved> unsaved) {
        try {
            if (unsaved.isPresent() && !ended) {
                store.keep(session.file().path(), unsaved.get().text(), unsaved.get().onDisk());
            } else {
                store.forget(session.file().path());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private void written(Optional<String> problem) {
        if (problem.isPresent() && !told) {
            told = true;
            failed.accept(problem.get());
        }
    }
}
