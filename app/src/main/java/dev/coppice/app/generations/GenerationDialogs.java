package dev.coppice.app.generations;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;

import java.util.function.Consumer;

/** Questions and texts that stand before the page. */
final class GenerationDialogs {

    private final GenerationsViewModel model;
    private final Node owner;

    /**
     * @param owner a node of the window that the dialogs belong to
     */
    GenerationDialogs(GenerationsViewModel model, Node owner) {
        this.model = model;
        this.owner = owner;
    }

    /** Asks with what it frees, then deletes. */
    void delete(GenerationCard card) {
        model.planDeletion(card).thenAccept(this::confirm);
    }

    private void confirm(Deletion deletion) {
        var yes = new ButtonType("Delete", ButtonBar.ButtonData.OK_DONE);
        var ask = alert(Alert.AlertType.CONFIRMATION, yes, ButtonType.CANCEL);
        ask.setTitle("Delete a generation");
        ask.setHeaderText("Delete generation " + deletion.generation().number() + "?");
        ask.setContentText(deletion.words());
        ask.getDialogPane().lookupButton(yes).getStyleClass().add("danger");
        show(
                ask,
                answer -> {
                    if (answer == yes) {
                        model.delete(deletion);
                    }
                });
    }

    /** Shows the log of a generation's build. */
    void log(GenerationCard card) {
        model.log(card).thenAccept(text -> showLog(card, text));
    }

    private void showLog(GenerationCard card, String text) {
        var window = alert(Alert.AlertType.NONE, ButtonType.CLOSE);
        window.setTitle("Build log of generation " + card.generation().number());
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("log-text");
        area.setPrefSize(880, 560);
        area.setAccessibleText(window.getTitle());
        window.getDialogPane().setContent(area);
        window.setResizable(true);
        show(window, answer -> {});
    }

    private Alert alert(Alert.AlertType type, ButtonType... buttons) {
        var alert = new Alert(type, "", buttons);
        var scene = owner.getScene();
        alert.initOwner(scene.getWindow());
        alert.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
        alert.getDialogPane().getStyleClass().add("page-dialog");
        return alert;
    }

    /** Without a nested event loop, so that events of the store go on. */
    private static void show(Alert alert, Consumer<ButtonType> answered) {
        alert.setOnHidden(e -> answered.accept(alert.getResult()));
        alert.show();
    }
}
