package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Section;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Assumptions;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The real window on a project, for one test. */
final class OpenProject implements AutoCloseable {

    final Stage stage;
    final WindowFixture fixture;

    OpenProject(Path project) throws Exception {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
        FxToolkit.registerPrimaryStage();
        stage = fx(Stage::new);
        fixture =
                fx(
                        () ->
                                new WindowFixture(
                                        stage,
                                        project,
                                        project.resolveSibling("window.properties")));
        // Keys go nowhere before the window manager has given the window the focus.
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> fx(() -> stage.isShowing() && stage.isFocused()));
        fx(
                () -> {
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1280);
                    stage.setHeight(800);
                    return null;
                });
        settle();
    }

    @Override
    public void close() {
        fx(
                () -> {
                    stage.hide();
                    return null;
                });
        fixture.close();
        // What the closed window still wanted to do later has nobody to do it.
        WaitForAsyncUtils.clearExceptions();
    }

    /** Shows the form of a section, as a click in the outline does. */
    void show(Section section) {
        fx(
                () -> {
                    ((ListView<?>) node("#outline")).getSelectionModel().select(section.ordinal());
                    return null;
                });
        settle();
    }

    Node node(String id) {
        return stage.getScene().lookup(id);
    }

    String text() {
        return fx(() -> fixture.session.text().content());
    }

    static <T> T fx(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    /** Until the analysis of the text is back and what it changed is laid out. */
    void settle() {
        for (int i = 0; i < 600; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            if (fx(() -> fixture.session == null || fixture.session.upToDate())) {
                WaitForAsyncUtils.waitForFxEvents();
                return;
            }
            WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
        }
        assertThat(fx(() -> fixture.session.upToDate())).as("the analysis came back").isTrue();
    }
}
