package dev.coppice.app.options;

import dev.coppice.app.options.OptionState.Failed;
import dev.coppice.app.options.OptionState.Loading;
import dev.coppice.app.options.OptionState.Ready;
import dev.coppice.app.options.OptionState.Stopped;
import dev.coppice.runner.nixos.OptionTable.Origin;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.time.InstantSource;
import java.time.ZoneId;

/** Says how far the options of NixOS are, with what can be done about it below. */
public final class OptionStatus extends VBox {

    private final OptionWords words =
            new OptionWords(InstantSource.system(), ZoneId.systemDefault());
    private final Label label = new Label();
    private final Hyperlink fetch = new Hyperlink("Download");
    private final Hyperlink file = new Hyperlink("Load from a file …");
    private final Hyperlink stop = new Hyperlink("Stop");
    private Subscription news = Subscription.EMPTY;

    /**
     * @param choose asks a person for a file and has it loaded
     */
    public OptionStatus(OptionModel model, Runnable choose) {
        getStyleClass().addAll("list-status", "option-status");
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        fetch.setOnAction(e -> model.retry());
        fetch.setTooltip(new Tooltip("The options of the channel, in place of others"));
        file.setOnAction(e -> choose.run());
        file.setTooltip(new Tooltip("An options.json, also packed by gzip or brotli"));
        stop.setOnAction(e -> model.stop());
        var links = new HBox(stop, fetch, file);
        links.getStyleClass().add("list-status-links");
        getChildren().addAll(label, links);
        // Nobody tells a form that one of its parts is thrown away.
        sceneProperty()
                .subscribe(
                        scene -> {
                            news.unsubscribe();
                            news =
                                    scene == null
                                            ? Subscription.EMPTY
                                            : model.stateProperty().subscribe(this::show);
                        });
    }

    private void show(OptionState state) {
        label.setText(words.of(state));
        String more = words.details(state);
        label.setTooltip(more.isEmpty() ? null : new Tooltip(more));
        boolean wanting =
                state instanceof Failed
                        || state instanceof Stopped
                        || state instanceof Ready ready
                                && (ready.stale().isPresent()
                                        || ready.table().origin() == Origin.FILE);
        seen(stop, state instanceof Loading);
        seen(fetch, wanting);
        seen(file, !(state instanceof Loading));
    }

    private static void seen(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
