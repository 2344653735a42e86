package dev.coppice.app.export;

import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Tally;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A target: its name, and how much of the spec it keeps. */
final class TargetCell extends ListCell<Exporter> {

    private final ExportViewModel model;
    private final Label title = new Label();
    private final Label counts = new Label();
    private final VBox box = new VBox(title, counts);

    TargetCell(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-target");
        title.getStyleClass().add("export-target-title");
        counts.getStyleClass().addAll("export-target-counts", "figure");
        model.exportedProperty().addListener(o -> showCounts());
    }

    @Override
    protected void updateItem(Exporter exporter, boolean empty) {
        super.updateItem(exporter, empty);
        setGraphic(empty || exporter == null ? null : box);
        if (!empty && exporter != null) {
            title.setText(exporter.title());
        }
        showCounts();
    }

    private void showCounts() {
        if (getItem() == null) {
            setAccessibleText(null);
            return;
        }
        String words = model.tally(getItem()).map(TargetCell::words).orElse(" ");
        counts.setText(words);
        setAccessibleText(getItem().title() + ", " + words);
    }

    private static String words(Tally tally) {
        String near = tally.approximated() + " approximated";
        if (tally.dropped() > 0) {
            return tally.dropped() + " dropped" + (tally.approximated() > 0 ? ", " + near : "");
        }
        return tally.approximated() > 0 ? near : "all exact";
    }
}
