package dev.coppice.app.build;

import dev.coppice.app.format.Human;
import dev.coppice.app.parts.WideDialog;
import dev.coppice.runner.lock.LockChange;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.LockedPackage;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;

import java.util.function.Function;

/** Shows what an update changes, package by package, and asks whether to take it. */
final class LockDialog {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 560;

    private LockDialog() {}

    static boolean ask(Window owner, LockUpdate update) {
        var move = new ButtonType("Move the lock", ButtonData.OK_DONE);
        var dialog = new Dialog<ButtonType>();
        dialog.setTitle("Coppice");
        dialog.setHeaderText(
                LockViewModel.summary(update.changes())
                        + ".\nFrom "
                        + LockViewModel.day(update.before())
                        + " to "
                        + LockViewModel.day(update.after())
                        + ". Nothing is built until you build.");
        dialog.getDialogPane().getButtonTypes().addAll(move, ButtonType.CANCEL);
        dialog.getDialogPane().lookupButton(move).setId("lock-move");
        dialog.getDialogPane().setContent(table(update));
        WideDialog.size(dialog, owner, WIDTH, HEIGHT);
        return dialog.showAndWait().orElse(ButtonType.CANCEL) == move;
    }

    private static TableView<LockChange> table(LockUpdate update) {
        var table = new TableView<LockChange>();
        table.getItems().setAll(update.changes());
        table.setAccessibleText("Packages that change");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add(table, "Package", 200, LockChange::name);
        add(table, "Locked", 190, one -> version(one.before()));
        add(table, "Newest", 190, one -> version(one.after()));
        add(table, "Size", 90, LockDialog::size);
        add(table, "", 110, one -> one.security() ? "security fix" : "");
        return table;
    }

    private static String version(java.util.Optional<LockedPackage> one) {
        return one.map(LockedPackage::version).orElse("–");
    }

    private static String size(LockChange change) {
        String bytes = Human.bytes(change.sizeChange());
        return change.sizeChange() > 0 ? "+" + bytes : bytes;
    }

    private static void add(
            TableView<LockChange> table,
            String title,
            double width,
            Function<LockChange, String> text) {
        var column = new TableColumn<LockChange, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        table.getColumns().add(column);
    }
}
