package dev.coppice.app.compare;

import dev.coppice.app.shell.Pages;
import dev.coppice.runner.store.Generation;

import javafx.scene.Node;

import java.time.Instant;
import java.util.function.Supplier;

/** The place of the rail where generations are compared. */
public final class ComparePage implements Pages.Comparing {

    private final CompareViewModel model;
    private final ComparePane pane;

    public ComparePage(CompareViewModel model, Supplier<Instant> now) {
        this.model = model;
        pane = new ComparePane(model, now);
    }

    @Override
    public void compare(Generation earlier, Generation later) {
        model.compare(earlier, later);
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
