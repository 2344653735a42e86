package dev.coppice.app.pages;

import dev.coppice.app.TabWalk;
import dev.coppice.app.Ui;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.theme.ThemeSwitch;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

/** A real window of the program's look for tests; needs a display. */
final class Window {

    private final Stage stage;
    private final ThemeSwitch theme;
    private final StackPane root = new StackPane();

    private Window(Stage stage, ThemeSwitch theme) {
        this.stage = stage;
        this.theme = theme;
        root.getStyleClass().add("coppice-root");
        var scene = new Scene(root, 1280 - 96, 800 - 56);
        stage.setScene(scene);
        theme.dress(scene);
        stage.show();
    }

    static Window open() throws TimeoutException {
        Ui.start();
        return fx(() -> new Window(new Stage(), new ThemeSwitch(Look.LIGHT)));
    }

    Stage stage() {
        return stage;
    }

    void show(Node page) {
        run(() -> root.getChildren().setAll(page));
        settle();
    }

    void look(Look look) {
        run(() -> theme.lookProperty().set(look));
        settle();
    }

    /** The room that a page has in a window of this size. */
    void size(int windowWidth, int windowHeight) {
        run(
                () -> {
                    stage.setWidth(windowWidth - 96);
                    stage.setHeight(windowHeight - 56);
                });
        settle();
    }

    WritableImage shoot(String name) {
        settle();
        WritableImage image = fx(() -> stage.getScene().snapshot(null));
        Path file = Path.of("target", "shots", "pages-" + name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    /** Everything that takes the focus says its name to screen readers, and Tab goes in order. */
    void assertWalk(String where) {
        run(() -> TabWalk.of(where, root).assertNamed().assertInOrder().assertWalked());
    }

    void close() {
        run(stage::close);
    }

    /** Waits until what was asked for has been laid out. */
    static void settle() {
        Ui.pulse();
        Ui.pulse();
    }

    static void run(Runnable action) {
        Ui.run(action);
    }

    static <T> T fx(Callable<T> action) {
        return Ui.fx(action);
    }
}
