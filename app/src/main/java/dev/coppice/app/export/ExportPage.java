package dev.coppice.app.export;

import dev.coppice.app.shell.Page;

import javafx.scene.Node;

/** The place of the rail where the spec becomes another system's files. */
public final class ExportPage implements Page {

    private final ExportViewModel model;
    private final ExportPane pane;

    /**
     * @param folders asks where to save
     */
    public ExportPage(ExportViewModel model, FolderQuestion folders) {
        this.model = model;
        pane = new ExportPane(model, folders);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        model.setOpen(true);
    }

    @Override
    public void hidden() {
        model.setOpen(false);
    }

    @Override
    public void close() {
        model.close();
    }
}
