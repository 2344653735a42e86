package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.LineBar.Place;

import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** The bars that open above the text. */
final class EditorBars extends VBox {

    private final FindModel finds;
    private final FindBar findBar;
    private final LineBar lineBar;

    /**
     * @param back puts the focus back into the text
     */
    EditorBars(FindModel finds, Consumer<Place> go, Runnable back) {
        this.finds = finds;
        findBar = new FindBar(finds, back);
        lineBar = new LineBar(go, back);
        getChildren().addAll(findBar, lineBar);
    }

    void find(String selected, boolean replacing) {
        findBar.open(selected, replacing);
    }

    void findNext(boolean backwards) {
        if (!finds.isOpen()) {
            find("", false);
        }
        finds.step(backwards);
    }

    void goToLine(int lines) {
        lineBar.open(lines);
    }
}
