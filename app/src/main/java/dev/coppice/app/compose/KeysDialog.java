package dev.coppice.app.compose;

import dev.coppice.app.compose.Action.Group;
import dev.coppice.app.parts.WideDialog;
import dev.coppice.app.shell.WindowKeys;

import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import java.util.List;

/** All keys of the page and of the window. */
final class KeysDialog {

    private final List<Action> actions;

    /** A line of the overview. */
    private record Entry(String name, String keys) {}

    KeysDialog(List<Action> actions) {
        this.actions = actions;
    }

    void show(Window owner) {
        var left = new VBox(24);
        var right = new VBox(24);
        for (Group group : Group.values()) {
            List<Entry> entries =
                    actions.stream()
                            .filter(each -> each.group() == group && !each.keys().isEmpty())
                            .map(each -> new Entry(each.name(), each.keysInWords()))
                            .toList();
            (group.ordinal() < 2 ? left : right).getChildren().add(group(group.title(), entries));
        }
        left.getChildren()
                .add(
                        group(
                                "Window",
                                WindowKeys.overview().entrySet().stream()
                                        .map(each -> new Entry(each.getKey(), each.getValue()))
                                        .toList()));
        var columns = new HBox(48, left, right);
        columns.getStyleClass().add("keys");
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Keys");
        var dialog = new Dialog<ButtonType>();
        WideDialog.size(dialog, owner, 860, 640);
        dialog.setTitle("Keys");
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static Node group(String title, List<Entry> entries) {
        var heading = new Label(title);
        heading.getStyleClass().add("pane-title");
        var grid = new GridPane(24, 6);
        var names = new ColumnConstraints(210);
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (int row = 0; row < entries.size(); row++) {
            var keys = new Label(entries.get(row).keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            grid.addRow(row, new Label(entries.get(row).name()), keys);
        }
        return new VBox(8, heading, grid);
    }
}
