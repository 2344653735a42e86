package dev.coppice.app.shell;

import atlantafx.base.theme.Styles;

import dev.coppice.app.session.DraftStore;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettings.Bounds;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.session.UserSettings.Recent;
import dev.coppice.app.start.StartActions;
import dev.coppice.app.start.StartPage;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The window: rail, top bar, the page that is shown, and what happens to the whole project. */
public final class ProjectWindow implements ProjectMenu.Actions, TopBar.Actions, StartActions {

    /**
     * How long typing in the text must rest before it is analysed: nobody sees it, and proposals
     * for the key and the key's own pulse come first. Other edits do not wait: the form works on
     * what the analysis says.
     */
    private static final int REST_MS = 40;

    private final Stage stage;
    private final WindowParts parts;
    private final Runnable ended;
    private final WindowDialogs dialogs;
    private final BackgroundWork background;
    private final Rail rail;
    private final BorderPane frame = new BorderPane();
    private final StackPane topBar = new StackPane();
    private final VBox banners = new VBox();
    private final StackPane page = new StackPane();
    private final StackPane root = new StackPane(frame);
    private final StartPage startPage;
    private UserSettings settings;
    private ProjectSpace space;
    private SessionNews news;

    /**
     * @param ended called once the window has gone and all that it started has stopped
     */
    public ProjectWindow(Stage stage, WindowParts parts, Runnable ended) {
        this.stage = stage;
        this.parts = parts;
        this.ended = ended;
        this.dialogs = new WindowDialogs(stage);
        this.background = new BackgroundWork(parts.services());
        this.settings = parts.settings().load();
        this.rail = new Rail(this::start, this::go, this::nextLook);
        this.startPage = new StartPage(parts.starting(), parts.services(), this);
        root.getStyleClass().add("coppice-root");
        var centre = new BorderPane();
        centre.setTop(banners);
        centre.setCenter(page);
        // Tab goes through the parts in the order in which they are set.
        frame.setTop(topBar);
        frame.setLeft(rail);
        frame.setCenter(centre);
        var scene = new Scene(root, 1280, 800);
        parts.theme().dress(scene);
        parts.theme().lookProperty().addListener((o, before, look) -> remember(look));
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(this::closeRequested);
        new WindowKeys(this, this::go).install(scene);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::back);
        for (int size : Artwork.APP_ICON.sizes()) {
            stage.getIcons().add(new Image(Artwork.APP_ICON.url(size).toExternalForm()));
        }
        parts.bugs().setOwner(stage);
        WindowBounds.restore(stage, settings);
    }

    /** Shows the window with the start page. */
    public void show() {
        start();
        stage.show();
        startPage.shown();
        lookForLeftOvers();
    }

    /** Opens a project and shows the window. */
    public void show(Path folder) {
        load(
                folder,
                problem -> {
                    page.getChildren().setAll(nothingOpen(problem));
                    stage.setTitle("Coppice");
                    stage.show();
                });
        lookForLeftOvers();
    }

    private void lookForLeftOvers() {
        new LeftOverNews(parts.services().machines(), background, banners).look();
    }

    private Node nothingOpen(String problem) {
        var open = new Button("Open project …");
        open.setOnAction(e -> open());
        var other = new Button("Start page");
        other.getStyleClass().add(Styles.ACCENT);
        other.setOnAction(e -> start());
        return new EmptyState(
                MaterialDesignF.FOLDER_ALERT_OUTLINE,
                "The project cannot be opened",
                problem,
                open,
                other);
    }

    // ------------------------------------------------------------------ projects

    @Override
    public void open() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open project");
        if (space != null && Files.isDirectory(space.session().folder())) {
            chooser.setInitialDirectory(space.session().folder().toFile());
        }
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            open(folder.toPath());
        }
    }

    @Override
    public void open(Path folder) {
        leave(() -> load(folder, this::notOpened));
    }

    private void notOpened(String problem) {
        dialogs.failed("The project cannot be opened", problem);
    }

    @Override
    public void start() {
        ifOpen(ProjectSpace::away);
        rail.selectStart();
        page.getChildren().setAll(startPage.node());
        if (space == null) {
            stage.setTitle("Coppice");
        }
        startPage.shown();
    }

    /** From the start page back to the project, if one is open. */
    private void back(KeyEvent event) {
        boolean starting = page.getChildren().contains(startPage.node());
        if (event.getCode() == KeyCode.ESCAPE && starting && space != null) {
            space.back();
            event.consume();
        }
    }

    @Override
    public List<Recent> recentProjects() {
        return settings.recent();
    }

    @Override
    public void forget(Path folder) {
        settings = settings.forget(folder);
        remember();
    }

    @Override
    public void leave(Runnable then) {
        if (space == null || !space.session().modified()) {
            then.run();
            return;
        }
        switch (dialogs.unsaved(space.topBar().name.get())) {
            case SAVE -> save(then);
            case DISCARD -> then.run();
            case STAY -> {}
        }
    }

    private void load(Path folder, Consumer<String> failed) {
        SpecFile file = SpecFile.of(folder);
        background.run(
                () ->
                        new SpecSession(
                                file,
                                file.read(),
                                parts.analysis().apply(file.folder()),
                                parts.services().background(),
                                CompletableFuture.delayedExecutor(
                                        REST_MS,
                                        TimeUnit.MILLISECONDS,
                                        parts.services().background()),
                                parts.services().ui()),
                this::opened,
                failed);
    }

    private void opened(SpecSession session) {
        if (space != null) {
            space.close();
            news.close();
            SessionNews old = news;
            background.run(
                    () -> {
                        old.forgetDraft();
                        return old;
                    },
                    done -> {},
                    problem -> System.err.println("coppice: a draft stays: " + problem));
        }
        space =
                new ProjectSpace(
                        session,
                        parts.services(),
                        parts.timer(),
                        parts.evaluated(),
                        parts.pages(),
                        parts.changes(),
                        this::showPage,
                        place -> rail.setNews(place, true));
        topBar.getChildren()
                .setAll(new TopBar(space.topBar(), new ProjectMenu(this).button(), this));
        settings = settings.opened(session.folder(), parts.starting().clock().instant());
        remember();
        followTitle(session);
        news =
                new SessionNews(
                        session,
                        parts.services(),
                        parts.timer(),
                        DraftStore.of(parts.settings().drafts()),
                        banners);
        rail.enablePlaces();
        space.go(Place.COMPOSE);
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    private void followTitle(SpecSession session) {
        Runnable title =
                () ->
                        stage.setTitle(
                                (session.modified() ? "• " : "")
                                        + session.folder().getFileName()
                                        + " – Coppice");
        title.run();
        session.observe(
                new ProjectSession.Observer() {
                    @Override
                    public void modifiedChanged(boolean modified) {
                        title.run();
                    }
                });
    }

    // ------------------------------------------------------------------ actions

    @Override
    public void undo() {
        ifOpen(each -> each.session().undo());
    }

    @Override
    public void redo() {
        ifOpen(each -> each.session().redo());
    }

    @Override
    public void undo(int steps) {
        ifOpen(each -> each.session().undo(steps));
    }

    @Override
    public void redo(int steps) {
        ifOpen(each -> each.session().redo(steps));
    }

    @Override
    public void showUnsaved() {
        ifOpen(each -> news.showUnsaved(stage));
    }

    @Override
    public void save() {
        ifOpen(each -> save(() -> {}));
    }

    /** Saving is a few kilobytes and a sync; it still happens off the FX thread. */
    private void save(Runnable then) {
        SpecSession session = space.session();
        String content = session.text().content();
        background.run(
                () -> {
                    session.file().write(content);
                    return content;
                },
                written -> {
                    session.saved(written);
                    then.run();
                },
                problem -> dialogs.failed("The spec cannot be saved", problem));
    }

    @Override
    public void showProblems() {
        ifOpen(ProjectSpace::showProblems);
    }

    /** Opens the search over everything, from whatever page. */
    void search() {
        ifOpen(ProjectSpace::search);
    }

    @Override
    public void buildAndBoot() {
        ifOpen(ProjectSpace::buildAndBoot);
    }

    private void go(Place place) {
        ifOpen(each -> each.go(place));
    }

    private void ifOpen(Consumer<ProjectSpace> action) {
        if (space != null) {
            action.accept(space);
        }
    }

    private void showPage(Place place) {
        rail.select(place);
        page.getChildren().setAll(space.pages().at(place).node());
    }

    // ------------------------------------------------------------------ look

    @Override
    public Look look() {
        return parts.theme().lookProperty().get();
    }

    @Override
    public void look(Look look) {
        parts.theme().lookProperty().set(look);
    }

    private void nextLook() {
        look(parts.theme().darkProperty().get() ? Look.LIGHT : Look.DARK);
    }

    private void remember(Look look) {
        settings = settings.with(look);
        remember();
    }

    private void remember() {
        UserSettings now = settings;
        background.run(
                () -> {
                    parts.settings().save(now);
                    return now;
                },
                kept -> {},
                problem -> System.err.println("coppice: settings are not kept: " + problem));
    }

    // ------------------------------------------------------------------ the end

    private void closeRequested(WindowEvent event) {
        event.consume();
        leave(this::end);
    }

    private void end() {
        Bounds bounds = WindowBounds.of(stage, settings);
        settings = settings.with(bounds, stage.isMaximized());
        if (space != null) {
            space.close();
            news.close();
        }
        if (!parts.services().machines().running().isEmpty()) {
            frame.setDisable(true);
            root.getChildren().add(WindowDialogs.stopping());
        }
        UserSettings last = settings;
        background.run(
                () -> {
                    try {
                        parts.settings().save(last);
                        if (news != null) {
                            news.forgetDraft();
                        }
                    } finally {
                        parts.services().machines().close();
                    }
                    return last;
                },
                done -> leaveDesktop(),
                problem -> leaveDesktop());
    }

    private void leaveDesktop() {
        stage.hide();
        ended.run();
    }
}
