package dev.coppice.app.export;

import dev.coppice.model.export.ExportedFile;

import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** A file of a target. */
final class FileCell extends ListCell<ExportedFile> {

    private final FontIcon icon = new FontIcon(MaterialDesignF.FILE_OUTLINE);

    FileCell() {
        getStyleClass().add("export-file");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ExportedFile file, boolean empty) {
        super.updateItem(file, empty);
        if (empty || file == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.setIconCode(icon(file));
        setText(file.path());
        setGraphic(icon);
        setTooltip(new Tooltip(words(file)));
        setAccessibleText(words(file));
    }

    private static Ikon icon(ExportedFile file) {
        return switch (file) {
            case ExportedFile.Copy copy -> MaterialDesignC.CONTENT_COPY;
            case ExportedFile.Text text ->
                    text.executable()
                            ? MaterialDesignF.FILE_COG_OUTLINE
                            : MaterialDesignF.FILE_DOCUMENT_OUTLINE;
        };
    }

    private static String words(ExportedFile file) {
        return switch (file) {
            case ExportedFile.Copy copy -> copy.path() + ", a copy of " + copy.source();
            case ExportedFile.Text text -> text.path() + (text.executable() ? ", a program" : "");
        };
    }
}
