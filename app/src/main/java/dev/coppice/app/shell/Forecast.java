package dev.coppice.app.shell;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.Targeting;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/** What a build of the spec would take now; worked out in the background after each change. */
final class Forecast implements ProjectSession.Observer, AutoCloseable {

    private final ProjectSession session;
    private final Targeting targeting;
    private final Debouncer pause;
    private final LatestWins<Optional<BuildRequest>, Optional<BuildPlan>> plans;
    private final ReadOnlyObjectWrapper<Optional<BuildPlan>> plan =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Forecast(ProjectSession session, Services services, Debouncer pause) {
        this.session = session;
        this.targeting = services.targeting();
        this.pause = pause;
        this.plans =
                new LatestWins<>(
                        request -> request.map(services.builder()::plan),
                        services.background(),
                        services.ui(),
                        plan::set);
        refresh();
    }

    /** The plan; empty while the spec has errors or nothing is known yet. */
    ReadOnlyObjectProperty<Optional<BuildPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Works it out again: the store has changed. */
    void refresh() {
        plans.submit(targeting.request(session.analysis(), session.folder()));
    }

    @Override
    public void analysed(Analysis analysis) {
        pause.submit(this::refresh);
    }

    @Override
    public void close() {
        plans.close();
    }
}
