package dev.coppice.app.start;

import dev.coppice.model.importing.ImportNote;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.importing.ImportReport;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One field of the foreign file: whether it was taken, and what it became. */
final class ImportRow extends ListCell<ImportNote> {

    private final FontIcon icon = new FontIcon();
    private final Label field = new Label();
    private final Label target = new Label();
    private final Label line = new Label();
    private final Label reason = new Label();
    private final HBox row;

    ImportRow() {
        getStyleClass().add("import-row");
        field.getStyleClass().addAll("import-field", "mono");
        target.getStyleClass().addAll("import-target", "mono");
        line.getStyleClass().add("import-line");
        line.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("import-reason");
        reason.setWrapText(true);
        reason.managedProperty().bind(reason.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(field, target, gap, line);
        head.getStyleClass().add("import-head");
        var words = new VBox(head, reason);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(icon, words);
        row.getStyleClass().add("import-content");
        // As wide as the list and no wider, so that reasons wrap.
        setPrefWidth(0);
        row.setMinWidth(0);
    }

    @Override
    protected void updateItem(ImportNote note, boolean empty) {
        super.updateItem(note, empty);
        setGraphic(empty ? null : row);
        if (empty) {
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(icon(note.outcome()));
        icon.getStyleClass()
                .setAll("ikonli-font-icon", "import-" + ImportReport.word(note.outcome()));
        field.setText(note.field().isEmpty() ? "the whole file" : note.field());
        target.setText(note.target().isEmpty() ? "" : "→ " + note.target());
        line.setText(note.start().map(start -> "line " + start.line()).orElse(""));
        reason.setText(note.reason());
        reason.setVisible(!note.reason().isEmpty());
        setAccessibleText(
                "%s %s, %s %s"
                        .formatted(
                                field.getText(),
                                ImportReport.word(note.outcome()),
                                line.getText(),
                                note.reason()));
    }

    private static Ikon icon(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case APPROXIMATED -> MaterialDesignA.APPROXIMATELY_EQUAL;
            case DROPPED -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
        };
    }
}
