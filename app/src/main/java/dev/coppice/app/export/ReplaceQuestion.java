package dev.coppice.app.export;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

import java.util.List;
import java.util.stream.Collectors;

/** Asks whether files that somebody else wrote, or changed, may be replaced. */
final class ReplaceQuestion {

    private static final int MOST = 12;

    private ReplaceQuestion() {}

    static boolean ask(Window owner, List<String> paths) {
        var replace = new ButtonType("Replace", ButtonData.OK_DONE);
        String list =
                paths.stream()
                                .limit(MOST)
                                .map(path -> "  " + path)
                                .collect(Collectors.joining("\n"))
                        + (paths.size() > MOST ? "\n  and " + (paths.size() - MOST) + " more" : "");
        var alert =
                new Alert(
                        AlertType.CONFIRMATION,
                        "Coppice did not write these, or somebody changed them since:\n\n"
                                + list
                                + "\n\nTheir present content would be lost.",
                        replace,
                        ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Coppice");
        alert.setHeaderText(
                paths.size() == 1
                        ? "Replace this file?"
                        : "Replace these " + paths.size() + " files?");
        alert.setGraphic(null);
        alert.getDialogPane().lookupButton(replace).setId("export-replace");
        return alert.showAndWait().orElse(ButtonType.CANCEL) == replace;
    }
}
