package dev.coppice.app.shell;

import dev.coppice.app.diff.DiffDialog;
import dev.coppice.app.diff.DiffModel;
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

    private static final int SECONDS = 1;

    private final SpecSession session;
    private final Services services;
    private final VBox banners;
    private final ScheduledFuture<?> looking;
    private Optional<Banner> shown = Optional.empty();

    OutsideNews(
            SpecSession session, Services services, ScheduledExecutorService timer, VBox banners) {
        this.session = session;
        this.services = services;
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
        String name = session.file().path().getFileName().toString();
        String words =
                session.modified()
                        ? name + " was changed by another program, and here are unsaved edits."
                        : name + " was changed by another program.";
        var banner =
                new Banner(Tone.WARNING, MaterialDesignF.FILE_ALERT_OUTLINE, words)
                        .look("Show difference", () -> showDifference(content))
                        .answer("Take theirs", () -> session.takeFromDisk(content))
                        .answer("Keep mine", () -> session.keepOver(content));
        banners.getChildren().add(banner);
        shown = Optional.of(banner);
    }

    private void showDifference(String content) {
        var model = new DiffModel(session, () -> content, DiffModel.Side.EARLIER, services);
        new DiffDialog("From the text here to the file on disk", model)
                .answer("Take theirs", () -> settle(() -> session.takeFromDisk(content)))
                .answer("Keep mine", () -> settle(() -> session.keepOver(content)))
                .show(banners.getScene().getWindow());
    }

    private void settle(Runnable answer) {
        shown.ifPresent(Banner::dismiss);
        answer.run();
    }
}
