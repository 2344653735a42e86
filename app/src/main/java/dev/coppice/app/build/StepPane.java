package dev.coppice.app.build;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import java.util.Locale;

/** A step as a row that narrows the log to itself when chosen. */
final class StepPane extends ToggleButton {

    private final StackPane icon = new StackPane();

    StepPane(StepRow step, StringProperty chosen) {
        getStyleClass().add("step-row");
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(content(step));
        setAccessibleText(null);
        step.stateProperty().subscribe(this::showState);
        accessibleTextProperty()
                .bind(
                        step.titleProperty()
                                .flatMap(
                                        title ->
                                                step.stateProperty()
                                                        .map(s -> title + ": " + words(s))));
        chosen.subscribe(id -> setSelected(step.id().equals(id)));
        setOnAction(e -> chosen.set(isSelected() ? step.id() : ""));
    }

    private Node content(StepRow step) {
        var title = new Label();
        title.getStyleClass().add("step-title");
        title.textProperty().bind(step.titleProperty());
        var detail = new Label();
        detail.getStyleClass().add("step-detail");
        detail.textProperty().bind(step.detailProperty());
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var time = new Label();
        time.getStyleClass().addAll("step-time", "figure");
        time.textProperty().bind(step.timeProperty());
        time.setMinWidth(USE_PREF_SIZE);
        var size = new Label();
        size.getStyleClass().addAll("step-size", "figure");
        size.textProperty().bind(step.sizeProperty());
        size.setMinWidth(USE_PREF_SIZE);
        var figures = new VBox(time, size);
        figures.setAlignment(Pos.CENTER_RIGHT);
        icon.getStyleClass().add("step-icon");
        var line = new HBox(icon, words, figures);
        line.getStyleClass().add("step-line");
        var bar = new ProgressBar(0);
        bar.getStyleClass().addAll("small", "step-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(step.progressProperty());
        bar.visibleProperty().bind(step.stateProperty().map(s -> s == StepState.RUNNING));
        bar.managedProperty().bind(bar.visibleProperty());
        var all = new VBox(line, bar);
        all.getStyleClass().add("step-content");
        all.prefWidthProperty().bind(widthProperty().subtract(26));
        return all;
    }

    private void showState(StepState state) {
        if (state == StepState.RUNNING) {
            var busy = new ProgressIndicator();
            busy.getStyleClass().add("step-busy");
            icon.getChildren().setAll(busy);
        } else {
            icon.getChildren().setAll(new FontIcon(glyph(state)));
        }
        for (StepState each : StepState.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                    each == state);
        }
    }

    private static Ikon glyph(StepState state) {
        return switch (state) {
            case READY, REUSED -> MaterialDesignR.RECYCLE;
            case WAITING, RUNNING -> MaterialDesignC.CIRCLE_OUTLINE;
            case DONE -> MaterialDesignC.CHECK_CIRCLE;
            case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
            case CANCELLED -> MaterialDesignC.CANCEL;
        };
    }

    private static String words(StepState state) {
        return switch (state) {
            case READY -> "in the store";
            case WAITING -> "not begun";
            case RUNNING -> "running";
            case DONE -> "done";
            case REUSED -> "reused";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
