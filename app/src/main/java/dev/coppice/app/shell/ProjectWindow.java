package dev.coppice.app.shell;

import atlantafx.base.theme.Styles;

import dev.coppice.app.session.OutsideChanges;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettings.Bounds;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.theme.Badge.Tone;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;
import dev.coppice.runner.vm.MachineHost.LeftOver;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The window: rail, top bar, the page that is shown, and what happens to the whole project. */
public final class ProjectWindow implements ProjectMenu.Actions, TopBar.Actions {

    private final Stage stage;
    private final WindowParts parts;
    private final Runnable ended;
    private final WindowDialogs dialogs;
    private final Rail rail;
    private final BorderPane frame = new BorderPane();
    private final VBox banners = new VBox();
    private final StackPane page = new StackPane();
    private final StackPane root = new StackPane(frame);
    private UserSettings settings;
    private ProjectSpace space;
    private ScheduledFuture<?> looking;
    private Banner outsideNews;

    /**
     * @param ended called once the window has gone and all that it started has stopped
     */
    public ProjectWindow(Stage stage, WindowParts parts, Runnable ended) {
        this.stage = stage;
        this.parts = parts;
        this.ended = ended;
        this.dialogs = new WindowDialogs(stage);
        this.settings = parts.settings().load();
        this.rail = new Rail(this::go, this::nextLook);
        root.getStyleClass().add("coppice-root");
        var centre = new BorderPane(page);
        centre.setTop(banners);
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
        for (int size : Artwork.APP_ICON.sizes()) {
            stage.getIcons().add(new Image(Artwork.APP_ICON.url(size).toExternalForm()));
        }
        parts.bugs().setOwner(stage);
        WindowBounds.restore(stage, settings);
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
        parts.services().background().execute(this::findLeftOvers);
    }

    private Node nothingOpen(String problem) {
        var open = new Button("Open project …");
        open.setOnAction(e -> open());
        var example = new Button("New from example …");
        example.getStyleClass().add(Styles.ACCENT);
        example.setOnAction(e -> newFromExample());
        return new EmptyState(
                MaterialDesignF.FOLDER_ALERT_OUTLINE,
                "The project cannot be opened",
                problem,
                open,
                example);
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
        leave(
                () ->
                        load(
                                folder,
                                problem -> {
                                    settings = settings.forget(folder);
                                    dialogs.failed("The project cannot be opened", problem);
                                }));
    }

    @Override
    public void newFromExample() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Choose an empty folder for the new project");
        File folder = chooser.showDialog(stage);
        if (folder == null) {
            return;
        }
        leave(
                () ->
                        background(
                                () -> {
                                    parts.example().write(folder.toPath());
                                    return folder.toPath();
                                },
                                this::open,
                                problem ->
                                        dialogs.failed("The example cannot be written", problem)));
    }

    @Override
    public List<Path> recent() {
        return settings.recent();
    }

    /** Goes on once nothing would be lost. */
    private void leave(Runnable then) {
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
        background(
                () ->
                        new SpecSession(
                                file,
                                file.read(),
                                parts.analysis().apply(file.folder()),
                                parts.services().background(),
                                parts.services().ui()),
                this::opened,
                failed);
    }

    private void opened(SpecSession session) {
        if (space != null) {
            space.close();
            looking.cancel(false);
            banners.getChildren().clear();
        }
        space =
                new ProjectSpace(
                        session,
                        parts.services(),
                        parts.timer(),
                        parts.pages(),
                        parts.changes(),
                        this::showPage,
                        place -> rail.setNews(place, true));
        frame.setTop(new TopBar(space.topBar(), new ProjectMenu(this).button(), this));
        settings = settings.opened(session.folder());
        remember();
        followTitle(session);
        followFile(session);
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

    private void followFile(SpecSession session) {
        var outside =
                new OutsideChanges(
                        session,
                        parts.services().background(),
                        parts.services().ui(),
                        content -> changedOutside(session, content));
        looking =
                parts.timer()
                        .scheduleWithFixedDelay(
                                () -> parts.services().ui().execute(outside::look),
                                2,
                                2,
                                TimeUnit.SECONDS);
    }

    private void changedOutside(SpecSession session, String content) {
        if (outsideNews != null) {
            outsideNews.dismiss();
        }
        outsideNews =
                new Banner(
                                Tone.WARNING,
                                MaterialDesignF.FILE_ALERT_OUTLINE,
                                session.file().path().getFileName()
                                        + " was changed by another program. Reloading can be"
                                        + " undone.")
                        .answer("Reload", () -> session.takeFromDisk(content))
                        .answer("Keep mine", () -> session.keepOver(content));
        banners.getChildren().add(outsideNews);
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
    public void save() {
        ifOpen(each -> save(() -> {}));
    }

    /** Saving is a few kilobytes and a sync; it still happens off the FX thread. */
    private void save(Runnable then) {
        SpecSession session = space.session();
        String content = session.text().content();
        background(
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
        background(
                () -> {
                    parts.settings().save(now);
                    return now;
                },
                kept -> {},
                problem -> System.err.println("coppice: settings are not kept: " + problem));
    }

    // ------------------------------------------------------------------ left-overs and the end

    private void findLeftOvers() {
        List<LeftOver> found = parts.services().machines().leftOvers();
        if (!found.isEmpty()) {
            parts.services().ui().execute(() -> offer(found));
        }
    }

    private void offer(List<LeftOver> found) {
        String titles = found.stream().map(LeftOver::title).collect(Collectors.joining(", "));
        String text =
                found.size() == 1
                        ? "A machine from an earlier run is still going: " + titles + "."
                        : found.size()
                                + " machines from an earlier run are still going: "
                                + titles
                                + ".";
        banners.getChildren()
                .add(
                        new Banner(Tone.WARNING, MaterialDesignG.GHOST_OUTLINE, text)
                                .answer(
                                        found.size() == 1 ? "Stop it" : "Stop them",
                                        () ->
                                                background(
                                                        () -> {
                                                            found.forEach(LeftOver::stop);
                                                            return found;
                                                        },
                                                        stopped -> {},
                                                        this::warn))
                                .answer(found.size() == 1 ? "Leave it" : "Leave them", () -> {}));
    }

    private void warn(String problem) {
        banners.getChildren()
                .add(
                        new Banner(Tone.DANGER, MaterialDesignA.ALERT_CIRCLE_OUTLINE, problem)
                                .answer("Close", () -> {}));
    }

    private void closeRequested(WindowEvent event) {
        event.consume();
        leave(this::end);
    }

    private void end() {
        Bounds bounds = WindowBounds.of(stage, settings);
        settings = settings.with(bounds, stage.isMaximized());
        if (space != null) {
            space.close();
            looking.cancel(false);
        }
        if (!parts.services().machines().running().isEmpty()) {
            frame.setDisable(true);
            root.getChildren().add(WindowDialogs.stopping());
        }
        UserSettings last = settings;
        background(
                () -> {
                    parts.settings().save(last);
                    parts.services().machines().close();
                    return last;
                },
                done -> leaveDesktop(),
                problem -> leaveDesktop());
    }

    private void leaveDesktop() {
        stage.hide();
        ended.run();
    }

    // ------------------------------------------------------------------ threads

    /** Work that may fail as the world does. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> void background(Work<T> work, Consumer<T> done, Consumer<String> failed) {
        parts.services()
                .background()
                .execute(
                        () -> {
                            try {
                                T result = work.run();
                                parts.services().ui().execute(() -> done.accept(result));
                            } catch (IOException e) {
                                String message = WindowDialogs.words(e);
                                parts.services().ui().execute(() -> failed.accept(message));
                            }
                        });
    }
}
