package dev.coppice.app.options;

import dev.coppice.app.fx.Inbox;
import dev.coppice.app.options.OptionState.Failed;
import dev.coppice.app.options.OptionState.Loading;
import dev.coppice.app.options.OptionState.Ready;
import dev.coppice.app.options.OptionState.Stopped;
import dev.coppice.app.options.OptionState.Unasked;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.nixos.OptionTable;
import dev.coppice.runner.nixos.OptionTables;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The options of NixOS, from the moment when a spec has raw settings for it: what is kept first,
 * then what the channel has now. Used on the FX thread.
 */
public final class OptionModel implements ProjectSession.Observer, AutoCloseable {

    private static final YamlPath RAW = YamlPath.of("targets", "nixos");

    private final OptionTables tables;
    private final OptionMemory memory;
    private final Executor background;
    private final Executor ui;
    private final Runnable news;
    private final ReadOnlyObjectWrapper<OptionState> state =
            new ReadOnlyObjectWrapper<>(new Unasked());
    private Optional<JobHandle<OptionTable>> job = Optional.empty();
    private int turn;

    /**
     * @param news runs whenever another table is in {@code memory}
     */
    public OptionModel(
            OptionTables tables,
            OptionMemory memory,
            Executor background,
            Executor ui,
            Runnable news) {
        this.tables = tables;
        this.memory = memory;
        this.background = background;
        this.ui = ui;
        this.news = news;
    }

    /** How far the options are. */
    public ReadOnlyObjectProperty<OptionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The options, when they are here. */
    public Optional<NixOptions> options() {
        return state.get().options();
    }

    @Override
    public void analysed(Analysis analysis) {
        if (analysis.tree().flatMap(tree -> tree.at(RAW)).isPresent()) {
            need();
        }
    }

    /** Makes sure that they are here, or on their way. */
    public void need() {
        if (!(state.get() instanceof Unasked)) {
            return;
        }
        int mine = ++turn;
        state.set(new Loading(-1));
        background.execute(
                () -> {
                    Optional<OptionTable> kept = tables.cached();
                    ui.execute(() -> found(kept, mine));
                });
    }

    private void found(Optional<OptionTable> kept, int mine) {
        if (mine != turn) {
            return;
        }
        kept.ifPresent(table -> show(table, Optional.empty()));
        if (kept.filter(tables::fresh).isEmpty()) {
            work(tables::refresh);
        }
    }

    /** Asks the channel again, in place of a file too. */
    public void retry() {
        halt();
        work(tables::refresh);
    }

    /** Takes the options from a file. */
    public void load(Path file) {
        halt();
        work(events -> tables.load(file, events));
    }

    /** Stops what is on its way. */
    public void stop() {
        job.ifPresent(JobHandle::cancel);
    }

    private void halt() {
        turn++;
        stop();
        job = Optional.empty();
    }

    private void work(Function<Consumer<JobEvent>, JobHandle<OptionTable>> start) {
        int mine = turn;
        if (!(state.get() instanceof Ready)) {
            state.set(new Loading(-1));
        }
        var events = new Inbox<JobEvent>(ui, all -> progress(all.getLast(), mine));
        JobHandle<OptionTable> started = start.apply(events::put);
        job = Optional.of(started);
        started.outcome()
                .whenComplete(
                        (outcome, bug) ->
                                ui.execute(
                                        () -> {
                                            if (bug != null) {
                                                throw new IllegalStateException(bug);
                                            }
                                            if (mine == turn) {
                                                job = Optional.empty();
                                                ended(outcome);
                                            }
                                        }));
    }

    private void progress(JobEvent event, int mine) {
        boolean first = mine == turn && !(state.get() instanceof Ready);
        if (first && event instanceof JobEvent.StepProgress at) {
            state.set(new Loading(at.fraction()));
        }
    }

    private void ended(JobOutcome<OptionTable> outcome) {
        switch (outcome) {
            case JobOutcome.Succeeded<OptionTable>(OptionTable table) ->
                    show(table, Optional.empty());
            case JobOutcome.Failed<OptionTable>(Problem problem) ->
                    state.set(
                            state.get() instanceof Ready ready
                                    ? new Ready(ready.table(), Optional.of(problem))
                                    : new Failed(problem));
            case JobOutcome.Cancelled<OptionTable>() -> {
                if (!(state.get() instanceof Ready)) {
                    state.set(new Stopped());
                }
            }
        }
    }

    private void show(OptionTable table, Optional<Problem> stale) {
        memory.put(table.options());
        state.set(new Ready(table, stale));
        news.run();
    }

    @Override
    public void close() {
        halt();
    }
}
