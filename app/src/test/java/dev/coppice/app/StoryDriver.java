package dev.coppice.app;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Assumptions;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/** Does with the real window what a person does, and looks at what a person sees. */
final class StoryDriver {

    private static final int KEY_PAUSE = 90;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;

    private StoryDriver(Stage stage) {
        this.stage = stage;
    }

    static void assumeDisplay() {
        Assumptions.assumeTrue(
                System.getenv("DISPLAY") != null && !System.getenv("DISPLAY").isEmpty(),
                "no DISPLAY: the story needs one, Xvfb with a window manager will do");
    }

    static void assumeNone(List<String> missing) {
        Assumptions.assumeTrue(missing.isEmpty(), () -> "this host lacks " + missing);
    }

    /**
     * @param show fills the window, on the FX thread
     */
    static StoryDriver open(Consumer<Stage> show) throws Exception {
        FxToolkit.registerPrimaryStage();
        Stage stage =
                fx(
                        () -> {
                            var fresh = new Stage();
                            show.accept(fresh);
                            return fresh;
                        });
        var driver = new StoryDriver(stage);
        driver.waitFor("the window", Duration.ofSeconds(30), stage::isFocused);
        return driver;
    }

    void click(String query) {
        waitFor(query, Duration.ofSeconds(30), () -> find(query).isPresent());
        robot.clickOn(find(query).orElseThrow());
        pause(300);
    }

    /** The nodes of other pages stay in memory but not in the window. */
    private Optional<Node> find(String query) {
        return fx(
                () ->
                        stage.getScene().getRoot().lookupAll(query).stream()
                                .filter(StoryDriver::visible)
                                .findFirst());
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void replaceField(String id, String value) {
        waitFor(id, Duration.ofSeconds(30), () -> find("#" + id).isPresent());
        // A form may be longer than the window: bring the field to where it can be clicked.
        fx(
                () -> {
                    find("#" + id).orElseThrow().requestFocus();
                    return null;
                });
        pause(500);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(value, 40);
        robot.push(KeyCode.ENTER);
        pause(1500);
        String shown = fx(() -> ((TextInputControl) find("#" + id).orElseThrow()).getText());
        if (!shown.equals(value)) {
            throw new AssertionError("the field shows " + shown);
        }
    }

    String specText() {
        return fx(() -> ((CodeArea) find("#spec-text").orElseThrow()).getText());
    }

    /** Whether a visible label has these words. */
    boolean shows(String words) {
        return fx(
                () ->
                        stage.getScene().getRoot().lookupAll("*").stream()
                                .filter(n -> n instanceof Labeled l && words.equals(l.getText()))
                                .anyMatch(StoryDriver::visible));
    }

    String text(String query) {
        return fx(() -> ((Labeled) find(query).orElseThrow()).getText());
    }

    void type(String text) {
        robot.write(text, KEY_PAUSE);
    }

    /** Whether something is to be read on the machine's screen: neither black nor one colour. */
    boolean screenHasText() {
        return lit() > 500;
    }

    private int lit() {
        return fx(
                () -> {
                    var screen = (Region) find(".machine-screen").orElseThrow();
                    var view = (ImageView) screen.getChildrenUnmodifiable().getFirst();
                    if (view.getImage() == null) {
                        return 0;
                    }
                    int lit = 0;
                    var pixels = view.getImage().getPixelReader();
                    for (int y = 0; y < view.getImage().getHeight(); y++) {
                        for (int x = 0; x < view.getImage().getWidth(); x++) {
                            lit += (pixels.getArgb(x, y) & 0x00808080) != 0 ? 1 : 0;
                        }
                    }
                    return lit;
                });
    }

    /** Waits until the machine has answered and the screen has not changed for some seconds. */
    void waitUntilStill() {
        int last = -1;
        int same = 0;
        for (int i = 0; i < 120 && same < 8; i++) {
            pause(500);
            int now = lit();
            // A blinking cursor is not an answer.
            same = Math.abs(now - last) < 40 ? same + 1 : 0;
            last = now;
        }
    }

    void waitFor(String what, Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                shoot("stuck");
                throw new AssertionError("waited " + longest + " for " + what);
            }
            pause(200);
        }
    }

    void shoot(String name) {
        try {
            WritableImage image = fx(() -> stage.getScene().snapshot(null));
            Path file = Path.of("target", "shots", "story-" + name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As with the button of the window's frame. */
    void close() {
        Platform.runLater(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        pause(1000);
        // The spec was edited and not saved: the window asks.
        robot.lookup("Discard").tryQuery().ifPresent(robot::clickOn);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T fx(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
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
            return result.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
