package dev.coppice.app.pages;

import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.theme.ThemeSwitch;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Assumptions;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    static void assumeDisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null && !System.getenv("DISPLAY").isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
    }

    static Window open() throws TimeoutException {
        assumeDisplay();
        FxToolkit.registerPrimaryStage();
        return fx(() -> new Window(new Stage(), new ThemeSwitch(Look.LIGHT)));
    }

    Stage stage() {
        return stage;
    }

    void show(javafx.scene.Node page) {
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

    void close() {
        run(stage::close);
    }

    /** Waits until what was asked for has been laid out and painted. */
    static void settle() {
        for (int i = 0; i < 4; i++) {
            try {
                Thread.sleep(60);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            run(() -> {});
        }
    }

    static void run(Runnable action) {
        fx(
                () -> {
                    action.run();
                    return null;
                });
    }

    static <T> T fx(Callable<T> action) {
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Exception | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        try {
            return result.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
