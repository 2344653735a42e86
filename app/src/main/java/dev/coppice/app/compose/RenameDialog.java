package dev.coppice.app.compose;

import dev.coppice.app.compose.RenameModel.Preview;
import dev.coppice.app.parts.WideDialog;
import dev.coppice.model.refactor.Effect;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for another name and shows what it changes. */
final class RenameDialog {

    private final RenameModel model;
    private final VBox changes = new VBox();
    private final Label obstacle = new Label();

    RenameDialog(RenameModel model) {
        this.model = model;
    }

    void show(Window owner) {
        var field = new TextField();
        field.setId("rename-name");
        field.setAccessibleText("New name of the " + model.noun());
        field.textProperty().bindBidirectional(model.name);
        obstacle.getStyleClass().add("severity-error");
        obstacle.setWrapText(true);
        changes.getStyleClass().add("rename-changes");
        var scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setAccessibleText("What changes");
        var rename = new ButtonType("Rename", ButtonData.OK_DONE);
        var dialog = new Dialog<ButtonType>();
        WideDialog.size(dialog, owner, 620, 460);
        dialog.setTitle("Rename");
        dialog.setHeaderText("Rename the " + model.noun() + " “" + model.oldName() + "”");
        var content = new VBox(12, field, obstacle, scroll);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().addAll(rename, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(rename);
        model.previewProperty().addListener((o, before, now) -> preview(now, button));
        preview(model.previewProperty().get(), button);
        field.selectAll();
        Platform.runLater(field::requestFocus);
        dialog.resultProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == rename) {
                                model.rename();
                            }
                        });
        dialog.show();
    }

    private void preview(Preview preview, Node button) {
        button.setDisable(!preview.possible());
        obstacle.setText(preview.obstacle());
        obstacle.setVisible(!preview.obstacle().isEmpty());
        obstacle.setManaged(!preview.obstacle().isEmpty());
        changes.getChildren().clear();
        if (!preview.possible()) {
            changes.getChildren().add(muted("Type another name to see what changes."));
            return;
        }
        int n = preview.effects().size();
        changes.getChildren().add(muted(n == 1 ? "1 place changes" : n + " places change"));
        preview.effects().forEach(effect -> changes.getChildren().add(row(effect)));
        if (!preview.mentions().isEmpty()) {
            changes.getChildren().add(muted("These hold the old name too and stay as they are:"));
            preview.mentions()
                    .forEach(path -> changes.getChildren().add(new Label(path.toString())));
        }
    }

    private static Node row(Effect effect) {
        var place = muted("%d:%d".formatted(effect.start().line(), effect.start().column()));
        place.getStyleClass().add("rename-place");
        var before = new Label(effect.before());
        before.getStyleClass().addAll("mono", "line-removed");
        var after = new Label(effect.after());
        after.getStyleClass().addAll("mono", "line-added");
        var row = new HBox(10, place, before, new Label("→"), after);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }
}
