package dev.coppice.app.packages;

import dev.coppice.app.packages.ListState.Failed;
import dev.coppice.app.packages.ListState.Loading;
import dev.coppice.app.packages.ListState.Ready;
import dev.coppice.app.packages.ListState.Stopped;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** A line that says how far the list of packages is, with what can be done about it. */
final class ListStatus extends HBox implements AutoCloseable {

    private final ListWords words;
    private final Label label = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Hyperlink retry = new Hyperlink("Try again");
    private final Hyperlink stop = new Hyperlink("Stop");
    private final Subscription news;

    ListStatus(PackageListModel model, ListWords words) {
        this.words = words;
        getStyleClass().add("list-status");
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of the list of packages");
        retry.setOnAction(e -> model.retry());
        stop.setOnAction(e -> model.stop());
        getChildren().addAll(label, bar, retry, stop);
        news = model.stateProperty().subscribe(this::show);
    }

    @Override
    public void close() {
        news.unsubscribe();
    }

    private void show(ListState state) {
        label.setText(words.of(state));
        String why =
                switch (state) {
                    case Failed failed ->
                            failed.problem().message() + "\n" + failed.problem().hint();
                    case Ready ready ->
                            ready.stale()
                                    .map(p -> p.message() + "\n" + p.hint())
                                    .orElse("Checked: " + ready.list().trust().words() + ".");
                    default -> "";
                };
        label.setTooltip(why.isEmpty() ? null : new Tooltip(why));
        boolean loading = state instanceof Loading;
        boolean stale = state instanceof Ready ready && ready.stale().isPresent();
        bar.setProgress(state instanceof Loading at ? at.fraction() : -1);
        seen(bar, loading);
        seen(stop, loading);
        seen(retry, stale || state instanceof Failed || state instanceof Stopped);
    }

    private static void seen(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
