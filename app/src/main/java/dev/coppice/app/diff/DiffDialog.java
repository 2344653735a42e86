package dev.coppice.app.diff;

import dev.coppice.app.parts.WideDialog;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Modality;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A difference in a window of its own; the text can be edited meanwhile. */
public final class DiffDialog {

    private final DiffModel model;
    private final String title;
    private final Map<ButtonType, Runnable> answers = new LinkedHashMap<>();
    private final ListView<DiffRow> list = new ListView<>();
    private final Label none = new Label("There is no difference");

    /**
     * @param title what is compared, {@code Unsaved edits}
     */
    public DiffDialog(String title, DiffModel model) {
        this.title = title;
        this.model = model;
    }

    /** Adds an answer; each answer closes the window. */
    public DiffDialog answer(String label, Runnable action) {
        answers.put(new ButtonType(label, ButtonData.OTHER), action);
        return this;
    }

    /** Shows it. */
    public void show(Window owner) {
        none.getStyleClass().add("muted");
        list.setId("difference");
        list.getStyleClass().add("diff-list");
        list.setAccessibleText(title);
        list.setPlaceholder(none);
        list.setCellFactory(view -> new DiffCell(model.verb(), model::settle));
        model.shownProperty().addListener(o -> refresh());
        refresh();
        var dialog = new Dialog<ButtonType>();
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> keyPressed(e, dialog));
        WideDialog.size(dialog, owner, 920, 600);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(title);
        var pane = new BorderPane(list);
        pane.getStyleClass().add("file-view");
        dialog.getDialogPane().setContent(pane);
        dialog.getDialogPane().getStyleClass().add("diff-dialog");
        var buttons = new ArrayList<>(answers.keySet());
        buttons.add(ButtonType.CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        dialog.setOnHidden(e -> model.close());
        dialog.resultProperty()
                .addListener((o, before, now) -> answers.getOrDefault(now, () -> {}).run());
        dialog.show();
        list.requestFocus();
    }

    /** Enter on a difference does what its button does; the list would swallow Esc. */
    private void keyPressed(KeyEvent event, Dialog<ButtonType> dialog) {
        if (event.getCode() == KeyCode.ESCAPE) {
            dialog.setResult(ButtonType.CLOSE);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && list.getSelectionModel().getSelectedItem() instanceof DiffRow.Start(var hunk)) {
            model.settle(hunk);
            event.consume();
        }
    }

    private void refresh() {
        List<DiffRow> rows =
                model.shownProperty().get().map(DiffModel.Shown::rows).orElse(List.of());
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(rows);
        if (!rows.isEmpty()) {
            list.getSelectionModel().select(Math.clamp(chosen, 0, rows.size() - 1));
        }
    }
}
