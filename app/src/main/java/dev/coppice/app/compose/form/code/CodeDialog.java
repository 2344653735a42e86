package dev.coppice.app.compose.form.code;

import dev.coppice.app.code.Language;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

import java.util.Optional;

/** A text in a window of its own, with room. */
final class CodeDialog {

    private CodeDialog() {}

    /**
     * Shows a text.
     *
     * @param name what it is, for the head
     * @return the text as it was edited; empty when the person changed their mind
     */
    static Optional<String> ask(Window owner, String name, String text, Language language) {
        var use = new ButtonType("Use this text", ButtonData.OK_DONE);
        var dialog = new Dialog<String>();
        var box = new CodeBox(typed -> {});
        box.show(text, language);
        box.area().setId("code-large");
        box.area().setAccessibleText(name);
        box.setMinSize(480, 240);
        box.setPrefSize(
                Math.clamp(owner.getWidth() * 0.7, 480, 1200),
                Math.clamp(owner.getHeight() * 0.7, 240, 900));
        dialog.initOwner(owner);
        dialog.setTitle("Coppice");
        dialog.setHeaderText(name);
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getStyleClass().addAll("form-dialog", "code-dialog");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(use, ButtonType.CANCEL);
        dialog.getDialogPane().lookupButton(use).setId("code-use");
        dialog.getDialogPane().setContent(box);
        dialog.setResultConverter(pressed -> pressed == use ? box.text() : null);
        dialog.setOnShown(e -> box.area().requestFocus());
        return dialog.showAndWait();
    }
}
