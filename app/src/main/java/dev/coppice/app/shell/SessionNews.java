package dev.coppice.app.shell;

import dev.coppice.app.diff.DiffDialog;
import dev.coppice.app.diff.DiffModel;
import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.session.DraftKeeper;
import dev.coppice.app.session.DraftStore;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;

import javafx.scene.layout.VBox;
import javafx.stage.Window;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** What lies between a session's text and its file: drafts, changes from outside, differences. */
final class SessionNews implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SpecSession session;
    private final Services services;
    private final OutsideNews outside;
    private final DraftNews drafts;
    private final DraftKeeper keeper;

    SessionNews(
            SpecSession session,
            Services services,
            ScheduledExecutorService timer,
            DraftStore store,
            VBox banners) {
        this.session = session;
        this.services = services;
        outside = new OutsideNews(session, services, timer, banners);
        drafts = new DraftNews(session, store, services, banners);
        keeper =
                new DraftKeeper(
                        session,
                        store,
                        new Debouncer(timer, services.ui(), PAUSE),
                        services.background(),
                        services.ui(),
                        problem -> System.err.println("coppice: drafts are not kept: " + problem));
        drafts.look();
    }

    /** Shows what is not saved. */
    void showUnsaved(Window owner) {
        var model = new DiffModel(session, session::lastOnDisk, DiffModel.Side.LATER, services);
        new DiffDialog("Unsaved edits", model).show(owner);
    }

    @Override
    public void close() {
        outside.close();
        drafts.close();
        keeper.close();
    }

    /** What was not saved is given up; blocks for a moment. */
    void forgetDraft() throws IOException {
        keeper.forget();
    }
}
