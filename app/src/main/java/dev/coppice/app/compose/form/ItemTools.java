package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;

/**
 * The buttons of an item, and the keys that do the same: Alt+Up and Alt+Down move it, Ctrl+D writes
 * it once more, Alt+Delete removes it.
 */
final class ItemTools {

    /** Said to screen readers, where the buttons that Tab passes over are not seen. */
    static final String KEYS =
            "Alt+Up and Alt+Down move it, Ctrl+D duplicates it, Alt+Delete removes it";

    private final Commands commands;
    private final Node handle;
    private final Button up;
    private final Button down;
    private final Button copy;
    private final Button remove;

    /** What can be done with an item. */
    interface Commands {

        /** Moves it by so many places. */
        void move(int by);

        void duplicate();

        void remove();
    }

    ItemTools(FormContext context, String noun, Commands commands) {
        this.commands = commands;
        var grip = new FontIcon(MaterialDesignD.DRAG_VERTICAL);
        grip.getStyleClass().add("drag-handle");
        this.handle = grip;
        this.up = tool(context, MaterialDesignA.ARROW_UP, "Move up", () -> commands.move(-1));
        this.down = tool(context, MaterialDesignA.ARROW_DOWN, "Move down", () -> commands.move(1));
        this.copy =
                tool(
                        context,
                        MaterialDesignC.CONTENT_DUPLICATE,
                        "Duplicate " + noun,
                        commands::duplicate);
        this.remove =
                tool(
                        context,
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        "Remove " + noun,
                        commands::remove);
        remove.setFocusTraversable(true);
    }

    /** What a person drags. */
    Node handle() {
        return handle;
    }

    /** The buttons for an item that is one line. */
    List<Node> small() {
        return List.of(up, down, remove);
    }

    /** The buttons for an item that is a record. */
    List<Node> all() {
        return List.of(up, down, copy, remove);
    }

    /** The button that removes it. */
    Node remover() {
        return remove;
    }

    /** Shows where the item stands. */
    void place(int index, int size) {
        up.setVisible(index > 0);
        down.setVisible(index < size - 1);
        Parts.show(handle, size > 1);
        up.setManaged(size > 1);
        down.setManaged(size > 1);
    }

    /** Listens to the keys inside a node. */
    void listen(Node node, FormContext context) {
        node.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!context.readOnly().get() && used(event)) {
                        event.consume();
                    }
                });
    }

    private boolean used(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            commands.move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            commands.move(1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DELETE) {
            commands.remove();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            commands.duplicate();
        } else {
            return false;
        }
        return true;
    }

    private static Button tool(FormContext context, Ikon icon, String words, Runnable action) {
        Button button = Parts.tool(icon, words, action);
        button.setFocusTraversable(false);
        button.disableProperty().bind(context.readOnly());
        return button;
    }
}
