package dev.coppice.app.shell;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;
import java.util.function.IntConsumer;

/** The steps that can be undone and done again, to go several at once. */
final class HistoryMenu {

    /** Steps further away are reached in two goes. */
    private static final int MOST = 12;

    private final IntConsumer undo;
    private final IntConsumer redo;

    /**
     * @param undo takes so many steps back
     * @param redo does so many steps again
     */
    HistoryMenu(IntConsumer undo, IntConsumer redo) {
        this.undo = undo;
        this.redo = redo;
    }

    /** Shows the steps below a button: what can be done again above what can be undone. */
    void show(Node button, List<String> undoLabels, List<String> redoLabels) {
        var menu = new ContextMenu();
        for (int i = Math.min(MOST, redoLabels.size()) - 1; i >= 0; i--) {
            menu.getItems().add(item("Redo: ", redoLabels.get(i), i + 1, redo));
        }
        if (!redoLabels.isEmpty() && !undoLabels.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (int i = 0; i < Math.min(MOST, undoLabels.size()); i++) {
            menu.getItems().add(item("Undo: ", undoLabels.get(i), i + 1, undo));
        }
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static MenuItem item(String verb, String label, int steps, IntConsumer action) {
        var item = new MenuItem(verb + label + (steps == 1 ? "" : "   (" + steps + " steps)"));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.accept(steps));
        return item;
    }
}
