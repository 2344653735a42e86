package dev.coppice.app.window;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.Optional;

/** The real window on a project, for one test. */
final class OpenProject implements AutoCloseable {

    final Stage stage;
    final WindowFixture fixture;

    OpenProject(Path project) throws Exception {
        this(Optional.of(project), project.resolveSibling("window.properties"));
    }

    /**
     * @param project the project to open; without one, the start page
     */
    OpenProject(Optional<Path> project, Path settings) throws Exception {
        Ui.start();
        stage = Ui.fx(Stage::new);
        fixture = Ui.fx(() -> new WindowFixture(stage, project, settings));
        try {
            shown();
        } catch (RuntimeException | AssertionError e) {
            // It must not stand in the way of the next test's window.
            close();
            throw e;
        }
    }

    private void shown() {
        // Keys go nowhere before the window manager has given the window the focus.
        Ui.awaitFocus("the window", () -> Optional.of(stage).filter(Stage::isShowing));
        Ui.run(
                () -> {
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1280);
                    stage.setHeight(800);
                });
        // The pointer is where the test before left it, and may bring up a tip.
        Rectangle2D screen = Ui.fx(() -> Screen.getPrimary().getBounds());
        new Hands().moveTo(new Point2D(screen.getMaxX() - 1, screen.getMaxY() - 1));
        settle();
        Ui.pulse();
    }

    @Override
    public void close() {
        Ui.run(stage::hide);
        fixture.close();
    }

    /** Shows the form of a section, as a click in the outline does. */
    void show(Section section) {
        Ui.run(
                () ->
                        ((ListView<?>) node("#outline"))
                                .getSelectionModel()
                                .select(section.ordinal()));
        settle();
        Ui.pulse();
    }

    /** What the window holds under an id or a style; null when there is nothing. */
    Node node(String id) {
        return stage.getScene().lookup(id);
    }

    String text() {
        return Ui.fx(() -> fixture.session.text().content());
    }

    /** Until the analysis of the text is back and what it changed is laid out. */
    void settle() {
        do {
            if (!Ui.fx(this::upToDate)) {
                Ui.await("the analysis", this::upToDate);
            }
            Ui.pulse();
        } while (!Ui.fx(this::upToDate));
    }

    private boolean upToDate() {
        return fixture.session == null || fixture.session.upToDate();
    }
}
