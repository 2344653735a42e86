package dev.coppice.app.shell;

import dev.coppice.app.session.OutsideChanges;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.theme.Badge.Tone;

import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Watches the spec's file and asks what to do when another program has written it. */
final class OutsideNews implements AutoCloseable {

    private static final int SECONDS = 2;

    private final SpecSession session;
    private final VBox banners;
    private final ScheduledFuture<?> looking;
    private Optional<Banner> shown = Optional.empty();

    OutsideNews(
            SpecSession session, Services services, ScheduledExecutorService timer, VBox banners) {
        this.session = session;
        this.banners = banners;
        var outside =
                new OutsideChanges(
                        session, services.background(), services.ui(), this::changedOutside);
        looking =
                timer.scheduleWithFixedDelay(
                        () -> services.ui().execute(outside::look),
                        SECONDS,
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        looking.cancel(false);
        shown.ifPresent(Banner::dismiss);
    }

    private void changedOutside(String content) {
        shown.ifPresent(Banner::dismiss);
        var banner =
                new Banner(
                                Tone.WARNING,
                                MaterialDesignF.FILE_ALERT_OUTLINE,
                                session.file().path().getFileName()
                                        + " was changed by another program. Reloading can be"
                                        + " undone.")
                        .answer("Reload", () -> session.takeFromDisk(content))
                        .answer("Keep mine", () -> session.keepOver(content));
        banners.getChildren().add(banner);
        shown = Optional.of(banner);
    }
}
