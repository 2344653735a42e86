package dev.coppice.app.export;

import dev.coppice.app.theme.Badge;
import dev.coppice.app.theme.Badge.Tone;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What became of a value. */
final class ReportCell extends ListCell<ReportRow> {

    private final Badge badge = new Badge("", Tone.NEUTRAL);
    private final Label path = new Label();
    private final Label text = new Label();
    private final Label where = new Label();
    private final HBox row;

    ReportCell() {
        getStyleClass().add("export-row");
        path.getStyleClass().add("export-path");
        text.getStyleClass().add("export-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().add("export-where");
        where.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(path, text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var kind = new StackPane(badge);
        kind.getStyleClass().add("export-kind");
        row = new HBox(kind, words, where);
        row.getStyleClass().add("export-line");
        row.setAlignment(Pos.TOP_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ReportRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        badge.setText(item.kind().word());
        badge.setTone(
                switch (item.kind()) {
                    case DROPPED -> Tone.DANGER;
                    case APPROXIMATED -> Tone.WARNING;
                    case EXACT -> Tone.SUCCESS;
                    case UNCONCERNED -> Tone.NEUTRAL;
                });
        path.setText(item.entry().path().toString());
        text.setText(item.entry().support().text());
        where.setText(item.where());
        setAccessibleText(
                "%s %s, line %d. %s"
                        .formatted(
                                path.getText(),
                                badge.getText(),
                                item.place().start().line(),
                                text.getText()));
        setGraphic(row);
    }
}
