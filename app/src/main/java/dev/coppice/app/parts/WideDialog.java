package dev.coppice.app.parts;

import javafx.scene.control.Dialog;
import javafx.stage.Window;

/**
 * Gives a dialog the size of its content. A dialog that can be resized comes up too small on some
 * desktops, whatever its pane prefers.
 */
public final class WideDialog {

    private WideDialog() {}

    /**
     * Makes a dialog resizable, with a size and in the middle of its owner when it is shown.
     *
     * @param width in pixels of the toolkit, as {@code height}
     */
    public static void size(Dialog<?> dialog, Window owner, double width, double height) {
        dialog.initOwner(owner);
        dialog.setResizable(true);
        dialog.getDialogPane().setPrefSize(width, height);
        dialog.setOnShown(
                e -> {
                    dialog.setWidth(width);
                    dialog.setHeight(height);
                    dialog.setX(owner.getX() + (owner.getWidth() - width) / 2);
                    dialog.setY(owner.getY() + (owner.getHeight() - height) / 2);
                });
    }
}
