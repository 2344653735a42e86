package dev.coppice.app.shell;

import dev.coppice.app.diff.DiffDialog;
import dev.coppice.app.diff.DiffModel;
import dev.coppice.app.session.Draft;
import dev.coppice.app.session.DraftStore;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.theme.Badge.Tone;

import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Offers edits that an earlier Coppice could not save before it ended. */
final class DraftNews implements AutoCloseable {

    private final SpecSession session;
    private final DraftStore store;
    private final Services services;
    private final BackgroundWork background;
    private final VBox banners;
    private Optional<Banner> shown = Optional.empty();

    DraftNews(SpecSession session, DraftStore store, Services services, VBox banners) {
        this.session = session;
        this.store = store;
        this.services = services;
        this.background = new BackgroundWork(services);
        this.banners = banners;
    }

    /** Looks for them, and asks when there are any. */
    void look() {
        background.run(() -> store.left(spec()), found -> found.ifPresent(this::offer), this::warn);
    }

    @Override
    public void close() {
        shown.ifPresent(Banner::dismiss);
    }

    private void offer(Draft draft) {
        if (draft.text().equals(session.text().content())) {
            forget();
            return;
        }
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withZone(ZoneId.systemDefault())
                        .format(draft.kept());
        String words = "Edits of " + when + " were not saved before Coppice ended.";
        if (!draft.isOf(session.lastOnDisk())) {
            words += " The file was changed since then.";
        }
        var banner =
                new Banner(Tone.ACCENT, MaterialDesignF.FILE_RESTORE_OUTLINE, words)
                        .look("Show difference", () -> showDifference(draft))
                        .answer("Restore", () -> restore(draft))
                        .answer("Discard", this::forget);
        banner.setId("draft-banner");
        banners.getChildren().add(banner);
        shown = Optional.of(banner);
    }

    private void showDifference(Draft draft) {
        var model = new DiffModel(session, draft::text, DiffModel.Side.EARLIER, services);
        new DiffDialog("From the text here to the edits that were not saved", model)
                .answer("Restore", () -> settle(() -> restore(draft)))
                .answer("Discard", () -> settle(this::forget))
                .show(banners.getScene().getWindow());
    }

    private void settle(Runnable answer) {
        shown.ifPresent(Banner::dismiss);
        answer.run();
    }

    /** The old draft goes only when the new one is on disk. */
    private void restore(Draft draft) {
        session.replace("Restore edits", draft.text());
        String onDisk = session.lastOnDisk();
        background.run(
                () -> {
                    store.keep(spec(), draft.text(), onDisk);
                    store.forgetLeft(spec());
                    return draft;
                },
                done -> {},
                this::warn);
    }

    private void forget() {
        background.run(
                () -> {
                    store.forgetLeft(spec());
                    return spec();
                },
                done -> {},
                this::warn);
    }

    private Path spec() {
        return session.file().path();
    }

    private void warn(String problem) {
        banners.getChildren()
                .add(
                        new Banner(
                                        Tone.DANGER,
                                        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                                        "Drafts cannot be kept. " + problem)
                                .answer("Close", () -> {}));
    }
}
