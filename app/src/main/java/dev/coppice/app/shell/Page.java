package dev.coppice.app.shell;

import javafx.scene.Node;

/** A place of the rail. Features provide pages; only the shell and the wiring see them all. */
public interface Page {

    /** What it shows; the same node each time. */
    Node node();

    /** It is on the screen now. */
    default void shown() {}

    /** Another page has taken its place. */
    default void hidden() {}

    /** The store holds other generations than before, or knows more about them. */
    default void generationsChanged() {}

    /** The program ends, or another project is opened. */
    default void close() {}
}
