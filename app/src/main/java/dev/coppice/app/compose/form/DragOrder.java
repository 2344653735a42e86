package dev.coppice.app.compose.form;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import java.util.List;
import java.util.function.BiConsumer;

/** Lets a person drag the rows of a box into another order. */
final class DragOrder {

    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

    private final Pane rows;
    private final FormContext context;
    private final BiConsumer<Integer, Integer> move;

    /**
     * @param move gets the place of a row now, and the one that it shall have
     */
    DragOrder(Pane rows, FormContext context, BiConsumer<Integer, Integer> move) {
        this.rows = rows;
        this.context = context;
        this.move = move;
    }

    /** Makes a node the handle of its row. */
    void handle(Node handle, Node row) {
        handle.setOnMouseDragged(
                e -> {
                    if (!context.readOnly().get()) {
                        row.pseudoClassStateChanged(DRAGGED, true);
                        mark(row, target(e, row));
                    }
                    e.consume();
                });
        handle.setOnMouseReleased(
                e -> {
                    if (row.getPseudoClassStates().contains(DRAGGED)) {
                        int to = target(e, row);
                        row.pseudoClassStateChanged(DRAGGED, false);
                        mark(row, -1);
                        int from = rows.getChildren().indexOf(row);
                        if (to != from) {
                            move.accept(from, to);
                        }
                    }
                });
    }

    /** The place that the row would have if it were dropped here. */
    private int target(MouseEvent event, Node row) {
        double y = rows.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        int place = 0;
        for (Node each : rows.getChildren()) {
            double middle = each.getBoundsInParent().getCenterY();
            if (each != row && middle < y) {
                place++;
            }
        }
        return place;
    }

    private void mark(Node row, int to) {
        List<Node> all = rows.getChildren();
        int from = all.indexOf(row);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).pseudoClassStateChanged(BEFORE, i == to && to < from);
            all.get(i).pseudoClassStateChanged(AFTER, i == to && to > from);
        }
    }
}
