package dev.coppice.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Keyboard and pointer of the real display. Each call returns when the program has dealt with what
 * was done: the robot hands an event to the display and waits for it, and the toolkit takes events
 * of the display before what is asked of it later.
 */
public final class Hands {

    private Robot robot;
    private Point2D clicked = Point2D.ZERO;

    /**
     * Holds keys down in this order, and lets them go. Nothing comes between, so that no key
     * repeats itself on a busy host.
     */
    public Hands push(KeyCode... keys) {
        List<KeyCode> all = List.of(keys);
        Ui.awaitFocus("the keyboard", Hands::front);
        act(
                r -> {
                    all.forEach(r::keyPress);
                    all.reversed().forEach(r::keyRelease);
                });
        return this;
    }

    /** One key, several times. */
    public Hands push(int times, KeyCode key) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    /**
     * Writes letters where the focus is, one after the other. They are events and no keys: the
     * layout of the display's keyboard is not known.
     */
    public Hands write(String text) {
        Ui.awaitFocus("the keyboard", Hands::front);
        Ui.inTurns(
                text.codePoints()
                        .mapToObj(Character::toString)
                        .map(letter -> (Runnable) () -> letter(letter))
                        .toList());
        return this;
    }

    private static void letter(String letter) {
        KeyCode code =
                switch (letter) {
                    case "\n" -> KeyCode.ENTER;
                    case "\t" -> KeyCode.TAB;
                    default -> KeyCode.UNDEFINED;
                };
        fire(KeyEvent.KEY_PRESSED, code, "");
        fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, letter);
        fire(KeyEvent.KEY_RELEASED, code, "");
    }

    private static void fire(EventType<KeyEvent> type, KeyCode code, String letter) {
        Scene scene =
                front().orElseThrow(() -> new AssertionError("no window has the focus")).getScene();
        EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, letter, "", code, false, false, false, false));
    }

    /**
     * The window that takes keys, at the latest when the window manager has given it the focus: no
     * other one bars it.
     */
    private static Optional<Stage> front() {
        List<Stage> shown =
                Window.getWindows().stream()
                        .filter(window -> window instanceof Stage && window.isShowing())
                        .map(Stage.class::cast)
                        .toList();
        boolean asked = shown.stream().anyMatch(Hands::asks);
        return shown.stream()
                .filter(stage -> !asked || asks(stage))
                .reduce((first, last) -> first.isFocused() ? first : last);
    }

    private static boolean asks(Stage stage) {
        return stage.getModality() != Modality.NONE;
    }

    /** Moves the pointer over the middle of a node, as soon as the node stays where it is. */
    public Hands moveTo(Callable<? extends Node> node) {
        Point2D middle = steady(node);
        return moveTo(middle);
    }

    /** Moves the pointer to a place of the screen. */
    public Hands moveTo(Point2D place) {
        act(r -> r.mouseMove(place));
        return this;
    }

    /** Clicks once, even where the click before was. */
    public Hands clickOn(Callable<? extends Node> node) {
        return clickOn(node, 1);
    }

    /** As {@link #clickOn(Callable)}, for a node that is known to be there. */
    public Hands clickOn(Node node) {
        return clickOn(() -> node, 1);
    }

    /** Clicks several times in a row. */
    public Hands clickOn(Callable<? extends Node> node, int times) {
        Point2D middle = steady(node);
        if (middle.distance(clicked) < 10) {
            moveTo(middle.add(0, middle.getY() > 60 ? -40 : 40));
        }
        moveTo(middle);
        for (int i = 0; i < times; i++) {
            act(
                    r -> {
                        r.mousePress(MouseButton.PRIMARY);
                        r.mouseRelease(MouseButton.PRIMARY);
                    });
        }
        clicked = middle;
        Ui.pulse();
        return this;
    }

    /** Turns the wheel: down, or up when {@code notches} is negative. */
    public Hands scroll(int notches) {
        for (int i = 0; i < Math.abs(notches); i++) {
            act(r -> r.mouseWheel(Integer.signum(notches)));
        }
        Ui.pulse();
        return this;
    }

    /** Presses on one node and lets go over another. */
    public Hands drag(Callable<? extends Node> from, Callable<? extends Node> to) {
        Point2D start = steady(from);
        moveTo(start);
        act(r -> r.mousePress(MouseButton.PRIMARY));
        Point2D end = steady(to);
        for (int step = 1; step <= 8; step++) {
            moveTo(start.interpolate(end, step / 8.0));
        }
        act(r -> r.mouseRelease(MouseButton.PRIMARY));
        Ui.pulse();
        return this;
    }

    /** Where the node is once two pulses have left it there. */
    private static Point2D steady(Callable<? extends Node> node) {
        Point2D before = seen(node);
        while (true) {
            Ui.pulse();
            Point2D now = seen(node);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private static Point2D seen(Callable<? extends Node> node) {
        Point2D[] place = {null};
        Ui.await(
                "a node to point at",
                () -> {
                    Node there = node.call();
                    assertThat(there).as("node to point at").isNotNull();
                    place[0] = middle(there);
                    return true;
                });
        return place[0];
    }

    private static Point2D middle(Node node) {
        Bounds place = node.localToScreen(node.getLayoutBounds());
        Window window = node.getScene().getWindow();
        var middle = new Point2D(place.getCenterX(), place.getCenterY());
        var seen =
                new Rectangle2D(
                        window.getX(), window.getY(), window.getWidth(), window.getHeight());
        assertThat(place.getWidth() * place.getHeight()).as("room of %s", node).isPositive();
        assertThat(seen.contains(middle)).as("%s at %s in %s", node, middle, seen).isTrue();
        return middle;
    }

    private void act(Consumer<Robot> action) {
        Ui.inTurns(
                List.of(
                        () -> {
                            robot = robot == null ? new Robot() : robot;
                            action.accept(robot);
                        }));
    }
}
