package dev.coppice.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** The questions that the window asks. */
final class WindowDialogs {

    private final Stage owner;

    WindowDialogs(Stage owner) {
        this.owner = owner;
    }

    /** What to do with edits that are not in the file. */
    enum Unsaved {
        SAVE,
        DISCARD,
        STAY
    }

    Unsaved unsaved(String name) {
        var save = new ButtonType("Save", ButtonData.YES);
        var discard = new ButtonType("Discard", ButtonData.NO);
        var stay = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
        var alert =
                new Alert(
                        AlertType.CONFIRMATION,
                        "Without saving, the edits since the last save are lost.",
                        save,
                        discard,
                        stay);
        alert.initOwner(owner);
        alert.setTitle("Coppice");
        alert.setHeaderText("Save the changes of " + name + "?");
        alert.setGraphic(null);
        ButtonType answer = alert.showAndWait().orElse(stay);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.STAY;
    }

    void failed(String title, String problem) {
        var alert = new Alert(AlertType.ERROR, problem, ButtonType.CLOSE);
        if (owner.isShowing()) {
            alert.initOwner(owner);
        }
        alert.setTitle("Coppice");
        alert.setHeaderText(title);
        alert.show();
    }

    /** What covers the window while machines stop. */
    static Node stopping() {
        var words = new Label("Stopping the machines …");
        words.getStyleClass().add("empty-title");
        var box = new VBox(new ProgressIndicator(), words);
        box.getStyleClass().add("stopping");
        return box;
    }

    /** A failure of the file system as a sentence. */
    static String words(IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                    "You may not write or read " + denied.getFile() + ". Look at its permissions.";
            case FileSystemException failed ->
                    failed.getFile()
                            + ": "
                            + (failed.getReason() == null
                                    ? failed.getClass().getSimpleName()
                                    : failed.getReason())
                            + ".";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }
}
