package dev.coppice.app.compose;

import javafx.scene.Node;

import java.util.List;

/** The parts of a page in the order in which a key goes round them. */
record PartRound(List<Part> parts) {

    /**
     * A part of a page.
     *
     * @param focus puts the focus into it
     */
    record Part(Node node, Runnable focus) {

        /** Cells of lists call themselves focused also when their list is not. */
        boolean holdsFocus() {
            Node owner = node.getScene().getFocusOwner();
            while (owner != null && owner != node) {
                owner = owner.getParent();
            }
            return owner != null;
        }
    }

    /** Goes to the next part that takes the focus: a list without items takes none. */
    void next(boolean backwards) {
        int now = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).holdsFocus()) {
                now = i;
            }
        }
        int step = backwards ? -1 : 1;
        for (int i = 1; i <= parts.size(); i++) {
            Part next = parts.get(Math.floorMod(now + i * step, parts.size()));
            next.focus().run();
            if (next.holdsFocus()) {
                return;
            }
        }
    }
}
