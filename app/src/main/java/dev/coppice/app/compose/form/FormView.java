package dev.coppice.app.compose.form;

import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;

import java.util.Optional;

/** How a part of the form is shown. Views live on while what they show stays in its place. */
interface FormView {

    /** What is on the screen. */
    Node node();

    /** What is said of it, where that has a place of its own below the row. */
    default Optional<Node> below() {
        return Optional.empty();
    }

    /** Shows a newer state of the same part. */
    void update(FormNode part);

    /** Puts the focus on its first input. */
    void focus();

    /** Marks it as the place where the cursor of the text is. */
    default void setHere(boolean here) {
        node().pseudoClassStateChanged(FormContext.HERE, here);
    }

    /** Opens whatever hides the part at a path below it. */
    default void open(YamlPath path) {}
}
