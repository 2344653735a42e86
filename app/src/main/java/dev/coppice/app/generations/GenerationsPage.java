package dev.coppice.app.generations;

import dev.coppice.app.shell.Page;

import javafx.scene.Node;

/** The place of the rail where generations are kept. */
public final class GenerationsPage implements Page {

    private final GenerationsViewModel model;
    private final GenerationsPane pane;

    public GenerationsPage(GenerationsViewModel model, FileQuestions files) {
        this.model = model;
        pane = new GenerationsPane(model, files);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void generationsChanged() {
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}
