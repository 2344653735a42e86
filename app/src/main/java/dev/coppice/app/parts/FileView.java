package dev.coppice.app.parts;

import javafx.scene.Node;

/** Shows the text of a file, to be read only. */
public interface FileView {

    /** What stands in the window. */
    Node node();

    /**
     * Shows a text from its beginning.
     *
     * @param name the file's name, which tells its language
     */
    void show(String name, String text);
}
