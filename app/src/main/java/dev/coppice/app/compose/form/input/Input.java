package dev.coppice.app.compose.form.input;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** An input for one value. */
public interface Input {

    /** All of it, to be placed in the form. */
    Node node();

    /** What takes the focus, and what screen readers name. */
    default Node control() {
        return node();
    }

    /** Whether a person is at it; the parts of an input of several count as one. */
    default ObservableBooleanValue focused() {
        return control().focusedProperty();
    }

    /** Shows what the document says; a person's cursor is left where it is. */
    void show(boolean present, String text);

    /** Whether emptying it is the way back to the default. */
    boolean clearsItself();
}
