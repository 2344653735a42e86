package dev.coppice.app.shell;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.session.Evaluated;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One open project: its session, its pages, and the ways between them. */
public final class ProjectSpace implements Navigation, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** Nix takes seconds: it is not asked about every word. */
    private static final Duration EVALUATION_PAUSE = Duration.ofMillis(1500);

    private final SpecSession session;
    private final Consumer<Place> show;
    private final Consumer<Place> news;
    private final Pages pages;
    private final BuildAndBoot buildAndBoot;
    private final Forecast forecast;
    private final SinceGeneration since;
    private final LiveEvaluation evaluation;
    private final TargetMenuModel targets;
    private final TopBarViewModel topBar;
    private Place place;
    private Place last = Place.COMPOSE;

    /** Makes the pages of a project. */
    @FunctionalInterface
    public interface PageMaker {

        /** The pages of a session; they use {@code navigation} only after this has returned. */
        Pages make(SpecSession session, Navigation navigation);
    }

    /**
     * @param evaluated gets what the tools of targets say of the spec
     * @param show puts a page on the screen
     * @param news marks a place where something happened unseen
     */
    ProjectSpace(
            SpecSession session,
            Services services,
            ScheduledExecutorService timer,
            Evaluated evaluated,
            PageMaker maker,
            BiFunction<Generation, Analysis, OptionalInt> changes,
            Consumer<Place> show,
            Consumer<Place> news) {
        this.session = session;
        this.show = show;
        this.news = news;
        this.pages = maker.make(session, this);
        this.buildAndBoot =
                new BuildAndBoot(
                        session,
                        services.targeting(),
                        services.ui(),
                        pages.build(),
                        () -> go(Place.BUILD),
                        this::built);
        this.forecast = new Forecast(session, services, new Debouncer(timer, services.ui(), PAUSE));
        this.since =
                new SinceGeneration(
                        session, services, new Debouncer(timer, services.ui(), PAUSE), changes);
        this.evaluation =
                new LiveEvaluation(
                        session,
                        services,
                        evaluated,
                        new Debouncer(timer, services.ui(), EVALUATION_PAUSE));
        this.targets = new TargetMenuModel(session, services, this::targetChanged);
        this.topBar = new TopBarViewModel(session, targets, buildAndBoot, forecast, since);
        topBar.evaluation.bind(evaluation.noteProperty());
        for (ProjectSession.Observer observer :
                new ProjectSession.Observer[] {buildAndBoot, forecast, since, topBar, evaluation}) {
            session.observe(observer);
        }
        evaluation.look();
    }

    private void targetChanged() {
        forecast.refresh();
        evaluation.look();
        // What was found for the target of before is no longer true.
        session.analyseAgain();
        if (place == Place.BUILD) {
            pages.build().shown();
        }
    }

    SpecSession session() {
        return session;
    }

    Pages pages() {
        return pages;
    }

    TopBarViewModel topBar() {
        return topBar;
    }

    @Override
    public void go(Place next) {
        if (next == place) {
            return;
        }
        if (place != null) {
            pages.at(place).hidden();
        }
        place = next;
        last = next;
        show.accept(next);
        pages.at(next).shown();
    }

    /** Something else than a page of the project is shown now. */
    void away() {
        if (place != null) {
            pages.at(place).hidden();
            place = null;
        }
    }

    /** Shows again the page that was shown last. */
    void back() {
        go(last);
    }

    @Override
    public void reveal(YamlPath path) {
        go(Place.COMPOSE);
        pages.compose().reveal(path);
    }

    /** Shows the list of problems. */
    void showProblems() {
        go(Place.COMPOSE);
        pages.compose().showProblems();
    }

    /** Opens the search over everything. */
    void search() {
        go(Place.COMPOSE);
        pages.compose().search();
    }

    @Override
    public void boot(Generation generation, RunOptions options) {
        go(Place.PREVIEW);
        pages.preview().boot(generation, options);
    }

    @Override
    public void compare(Generation earlier, Generation later) {
        go(Place.COMPARE);
        pages.compare().compare(earlier, later);
    }

    @Override
    public void buildAndBoot() {
        buildAndBoot.start();
    }

    @Override
    public boolean canBuild() {
        return !buildAndBoot.runningProperty().get()
                && buildAndBoot.obstacleProperty().get().isEmpty();
    }

    @Override
    public void generationsChanged() {
        forecast.refresh();
        since.refresh();
        pages.all().forEach(Page::generationsChanged);
    }

    @Override
    public void close() {
        forecast.close();
        since.close();
        evaluation.close();
        session.close();
        pages.all().forEach(Page::close);
    }

    /** Who has gone elsewhere while it was building is not torn away: the rail shows a mark. */
    private void built(Generation generation, RunOptions options) {
        generationsChanged();
        if (place == Place.BUILD) {
            boot(generation, options);
        } else {
            pages.preview().boot(generation, options);
            if (place != Place.PREVIEW) {
                news.accept(Place.PREVIEW);
            }
        }
    }
}
