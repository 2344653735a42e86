package dev.coppice.app.shell;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.Finding;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Evaluator.Evaluation;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.Target;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Asks Nix about the spec while it is edited, when NixOS is the target: in the background, after a
 * pause, and about the newest text only. What it refuses joins the findings of the spec.
 */
final class LiveEvaluation implements ProjectSession.Observer, AutoCloseable {

    private final SpecSession session;
    private final Services services;
    private final Evaluated evaluated;
    private final Debouncer pause;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Cancellation running = new Cancellation();

    LiveEvaluation(SpecSession session, Services services, Evaluated evaluated, Debouncer pause) {
        this.session = session;
        this.services = services;
        this.evaluated = evaluated;
        this.pause = pause;
    }

    /** What is known of the spec as it stands, for people; empty while there is nothing to say. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Looks at the spec as it stands: it is open now, or its target is another. */
    void look() {
        evaluated.forget(session.folder());
        analysed(session.analysis());
    }

    @Override
    public void analysed(Analysis analysis) {
        boolean wanted = services.targeting().of(session.folder()) == Target.NIXOS;
        if (wanted && evaluated.knows(session.folder(), analysis)) {
            return;
        }
        running.cancel();
        note.set("");
        if (wanted && analysis.spec().isPresent()) {
            pause.submit(this::start);
        }
    }

    private void start() {
        Analysis analysis = session.analysis();
        boolean wanted = services.targeting().of(session.folder()) == Target.NIXOS;
        if (!wanted || !session.upToDate() || analysis.spec().isEmpty()) {
            return;
        }
        running.cancel();
        var mine = new Cancellation();
        running = mine;
        note.set("Nix evaluates the configuration …");
        services.background().execute(() -> evaluate(analysis, mine));
    }

    private void evaluate(Analysis analysis, Cancellation mine) {
        try {
            Optional<BuildRequest> request =
                    services.targeting().request(analysis, session.folder());
            if (request.isPresent()) {
                Evaluation evaluation = services.evaluator().evaluate(request.get(), mine);
                services.ui().execute(() -> done(analysis, evaluation, mine));
            }
        } catch (CancellationException e) {
            // A newer text is asked about.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void done(Analysis analysis, Evaluation evaluation, Cancellation mine) {
        if (mine != running || mine.isCancelled()) {
            return;
        }
        List<Finding> findings =
                switch (evaluation) {
                    case Evaluation.Fine() -> {
                        note.set("NixOS takes this configuration.");
                        yield List.of();
                    }
                    case Evaluation.Refused(List<Finding> found) -> {
                        note.set("NixOS refuses this configuration; see the problems.");
                        yield found;
                    }
                    case Evaluation.Unknown(var problem) -> {
                        note.set("Not evaluated. " + problem.message() + " " + problem.hint());
                        yield List.of();
                    }
                };
        evaluated.put(session.folder(), analysis, findings);
        if (!findings.isEmpty()) {
            session.analyseAgain();
        }
    }

    @Override
    public void close() {
        running.cancel();
    }
}
