package dev.coppice.app.export;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Locale;

/** The report of a target: what became of each value. */
final class ReportPane extends VBox {

    private final ExportViewModel model;
    private final ListView<ReportRow> list;
    private final HBox filters = new HBox();
    private final Label nothing = new Label();

    ReportPane(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-report");
        var title = new Label("What becomes of each value");
        title.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        filters.getStyleClass().add("export-filters");
        for (ReportRow.Kind kind : ReportRow.Kind.values()) {
            filters.getChildren().add(filter(kind));
        }
        var head = new HBox(title, gap, filters);
        head.getStyleClass().addAll("pane-bar", "export-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        list = new ListView<>(model.rows());
        list.setId("export-report");
        list.getStyleClass().add("export-rows");
        list.setAccessibleText("Report of the export");
        list.setCellFactory(view -> new ReportCell());
        nothing.getStyleClass().add("empty-text");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, before, row) -> {
                            if (row != null && list.isFocused()) {
                                model.chooseRow(row);
                            }
                        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.rows().addListener((InvalidationListener) o -> showCounts());
        showCounts();
    }

    private ToggleButton filter(ReportRow.Kind kind) {
        var button = new ToggleButton();
        button.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
        button.setUserData(kind);
        button.setSelected(model.shows(kind));
        button.selectedProperty().addListener((o, before, now) -> model.show(kind, now));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void showCounts() {
        for (var node : filters.getChildren()) {
            if (node instanceof ToggleButton button
                    && button.getUserData() instanceof ReportRow.Kind kind) {
                long count = model.count(kind);
                button.setText(count + " " + kind.word());
                button.setAccessibleText("Show " + button.getText());
            }
        }
        boolean lossless =
                model.count(ReportRow.Kind.DROPPED) + model.count(ReportRow.Kind.APPROXIMATED) == 0;
        nothing.setText(
                lossless
                        ? "Nothing is lost: every value is exact, or does not concern this system."
                        : "Nothing of the chosen kinds.");
    }

    private void clicked(MouseEvent event) {
        ReportRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && event.getClickCount() == 2) {
            model.openRow(row);
        } else if (row != null) {
            model.chooseRow(row);
        }
    }

    private void keyPressed(KeyEvent event) {
        ReportRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            model.openRow(row);
            event.consume();
        }
    }
}
