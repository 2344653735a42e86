package dev.coppice.app.packages;

import dev.coppice.app.fx.Inbox;
import dev.coppice.app.packages.ListState.Failed;
import dev.coppice.app.packages.ListState.Loading;
import dev.coppice.app.packages.ListState.NoRelease;
import dev.coppice.app.packages.ListState.Ready;
import dev.coppice.app.packages.ListState.Stopped;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.index.Archive;
import dev.coppice.runner.index.CachedIndex;
import dev.coppice.runner.index.PackageIndexes;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * The list of packages of the release that a project's spec names: what is kept first, then what
 * the archive has now. Used on the FX thread.
 */
public final class PackageListModel implements ProjectSession.Observer, AutoCloseable {

    private static final YamlPath RELEASE = YamlPath.of("base", "release");
    private static final YamlPath MIRROR = YamlPath.of("base", "mirror");

    private final PackageIndexes indexes;
    private final PackageMemory memory;
    private final Predicate<String> isRelease;
    private final Executor background;
    private final Executor ui;
    private final Runnable news;
    private final ReadOnlyObjectWrapper<ListState> state =
            new ReadOnlyObjectWrapper<>(new NoRelease());
    private Optional<Archive> archive = Optional.empty();
    private Optional<JobHandle<CachedIndex>> job = Optional.empty();
    private int turn;

    /**
     * @param isRelease whether a release can be built, so that there is a list of its packages
     * @param news runs whenever another list is in {@code memory}
     */
    public PackageListModel(
            PackageIndexes indexes,
            PackageMemory memory,
            Predicate<String> isRelease,
            Executor background,
            Executor ui,
            Runnable news) {
        this.indexes = indexes;
        this.memory = memory;
        this.isRelease = isRelease;
        this.background = background;
        this.ui = ui;
        this.news = news;
    }

    /** How far the list is. */
    public ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The list, when there is one. */
    public Optional<PackageIndex> index() {
        return state.get().index();
    }

    @Override
    public void analysed(Analysis analysis) {
        Optional<Archive> named =
                analysis.spec()
                        .map(SystemSpec::base)
                        .map(base -> Archive.of(base.mirror(), base.release()))
                        .or(() -> written(analysis))
                        .filter(archive -> isRelease.test(archive.release()));
        // A release that is being typed is no reason to forget the last one.
        if (named.isPresent() && !named.equals(archive)) {
            archive = named;
            start(named.get());
        }
    }

    /** What a text says that means no system at the moment. */
    private static Optional<Archive> written(Analysis analysis) {
        return text(analysis, RELEASE).map(release -> Archive.of(text(analysis, MIRROR), release));
    }

    private static Optional<String> text(Analysis analysis, YamlPath path) {
        return analysis.tree()
                .flatMap(tree -> tree.at(path))
                .filter(YNode.YScalar.class::isInstance)
                .map(node -> ((YNode.YScalar) node).value())
                .filter(value -> !value.isBlank());
    }

    /** Asks the archive again. */
    public void retry() {
        archive.ifPresent(
                named -> {
                    halt();
                    fetch(named, turn);
                });
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

    private void start(Archive named) {
        halt();
        int mine = turn;
        state.set(new Loading(-1, "reading the list of packages"));
        background.execute(
                () -> {
                    Optional<CachedIndex> kept = indexes.cached(named);
                    ui.execute(() -> found(named, kept, mine));
                });
    }

    private void found(Archive named, Optional<CachedIndex> kept, int mine) {
        if (mine != turn) {
            return;
        }
        kept.ifPresent(list -> show(list, Optional.empty()));
        if (kept.filter(indexes::fresh).isEmpty()) {
            fetch(named, mine);
        }
    }

    private void show(CachedIndex list, Optional<Problem> stale) {
        boolean other = index().filter(index -> index == list.index()).isEmpty();
        memory.put(list.archive(), list.index());
        state.set(new Ready(list, stale));
        if (other) {
            news.run();
        }
    }

    private void fetch(Archive named, int mine) {
        if (!(state.get() instanceof Ready)) {
            state.set(new Loading(-1, "asking for the list of packages"));
        }
        var events = new Inbox<JobEvent>(ui, all -> progress(all.getLast(), mine));
        JobHandle<CachedIndex> started = indexes.refresh(named, events::put);
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
                                                listed(outcome);
                                            }
                                        }));
    }

    private void progress(JobEvent event, int mine) {
        boolean first = mine == turn && !(state.get() instanceof Ready);
        if (first && event instanceof JobEvent.StepProgress at) {
            state.set(new Loading(at.fraction(), at.message()));
        }
    }

    private void listed(JobOutcome<CachedIndex> outcome) {
        switch (outcome) {
            case JobOutcome.Succeeded<CachedIndex>(CachedIndex list) ->
                    show(list, Optional.empty());
            case JobOutcome.Failed<CachedIndex>(Problem problem) -> {
                if (state.get() instanceof Ready ready) {
                    show(ready.list(), Optional.of(problem));
                } else {
                    state.set(new Failed(problem));
                }
            }
            case JobOutcome.Cancelled<CachedIndex>() -> {
                if (!(state.get() instanceof Ready)) {
                    state.set(new Stopped());
                }
            }
        }
    }

    @Override
    public void close() {
        halt();
    }
}
