package dev.coppice.app.build;

import dev.coppice.app.shell.Pages;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;

import javafx.scene.Node;

import java.util.concurrent.CompletableFuture;

/** The place of the rail where builds are watched. */
public final class BuildPage implements Pages.Building {

    private final BuildViewModel model;
    private final BuildPane pane;

    public BuildPage(BuildViewModel model) {
        this.model = model;
        pane = new BuildPane(model);
    }

    @Override
    public CompletableFuture<JobOutcome<Generation>> build(BuildRequest request) {
        return model.build(request);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        model.refreshPlan();
    }

    @Override
    public void close() {
        model.cancel();
        model.lock().cancel();
    }
}
