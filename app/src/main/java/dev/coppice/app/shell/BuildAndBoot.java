package dev.coppice.app.shell;

import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.Targeting;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * The primary action: builds the text as it is, saved or not, then boots what came out. A press
 * while the analysis is still on its way starts as soon as it is here.
 */
final class BuildAndBoot implements ProjectSession.Observer {

    private final SpecSession session;
    private final Targeting targeting;
    private final Executor ui;
    private final Pages.Building builds;
    private final BiConsumer<Generation, RunOptions> built;
    private final Runnable starts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private boolean pressed;

    /**
     * @param starts called when a build begins, or when the one that runs is asked for
     * @param built called with each generation that should boot now
     */
    BuildAndBoot(
            SpecSession session,
            Targeting targeting,
            Executor ui,
            Pages.Building builds,
            Runnable starts,
            BiConsumer<Generation, RunOptions> built) {
        this.session = session;
        this.targeting = targeting;
        this.ui = ui;
        this.builds = builds;
        this.starts = starts;
        this.built = built;
        analysed(session.analysis());
    }

    /** Whether a build is running. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why a build cannot start; empty when it can. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Starts, unless errors stand in the way; a build that runs already is shown. */
    void start() {
        if (running.get()) {
            starts.run();
            return;
        }
        if (!session.upToDate()) {
            pressed = true;
            return;
        }
        pressed = false;
        Optional<BuildRequest> request = targeting.request(session.analysis(), session.folder());
        if (request.isEmpty()) {
            return;
        }
        running.set(true);
        starts.run();
        builds.build(request.get()).whenCompleteAsync(this::ended, ui);
    }

    private void ended(JobOutcome<Generation> outcome, Throwable bug) {
        running.set(false);
        if (bug != null) {
            throw new IllegalStateException("The build ended without an outcome", bug);
        }
        if (outcome instanceof JobOutcome.Succeeded<Generation>(Generation generation)) {
            built.accept(generation, new RunOptions(true, false));
        }
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        pressed = false;
    }

    @Override
    public void analysed(Analysis analysis) {
        long errors =
                analysis.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).count();
        if (errors > 0) {
            obstacle.set(
                    errors == 1
                            ? "Mend the error in the spec first."
                            : "Mend the " + errors + " errors in the spec first.");
        } else {
            obstacle.set(analysis.spec().isEmpty() ? "The spec is empty." : "");
        }
        if (pressed) {
            start();
        }
    }
}
