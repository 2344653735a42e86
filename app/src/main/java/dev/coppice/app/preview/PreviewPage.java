package dev.coppice.app.preview;

import dev.coppice.app.shell.Pages;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import javafx.scene.Node;

import java.util.concurrent.Executor;

/** The place of the rail where machines run. */
public final class PreviewPage implements Pages.Booting {

    private final PreviewViewModel model;
    private final PreviewPane pane;

    /**
     * @param pulse runs on the FX thread, at most once per frame
     */
    public PreviewPage(PreviewViewModel model, Executor pulse) {
        this.model = model;
        pane = new PreviewPane(model, pulse);
    }

    @Override
    public void boot(Generation generation, RunOptions options) {
        model.boot(generation, options);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        pane.onScreen(true);
    }

    @Override
    public void hidden() {
        pane.onScreen(false);
    }

    @Override
    public void close() {
        pane.onScreen(false);
        model.close();
    }
}
