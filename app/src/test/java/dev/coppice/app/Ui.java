package dev.coppice.app;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Assumptions;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Work in the FX thread for tests, and waiting for what follows from it. Nothing here waits for a
 * fixed time: a busy machine takes longer, a quick one is not held up.
 */
public final class Ui {

    /** Longer than anything takes on a machine that is busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(15);
    private static final Duration ASK = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(3);

    private Ui() {}

    /** Skips the test where there is no display, and starts the toolkit. */
    public static void start() throws TimeoutException {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
        FxToolkit.registerPrimaryStage();
    }

    /** What an action in the FX thread gives; its exceptions and failed assertions come through. */
    public static <T> T fx(Callable<T> action) {
        var result = new CompletableFuture<T>();
        Runnable call =
                () -> {
                    try {
                        result.complete(action.call());
                    } catch (Exception | Error e) {
                        result.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            call.run();
        } else {
            Platform.runLater(call);
        }
        return get(result, PATIENCE);
    }

    private static <T> T get(CompletableFuture<T> result, Duration patience) {
        try {
            return result.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the FX thread does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Does this step by step, each in a turn of its own of the FX thread, so that what a step leads
     * to comes before the next one. Returns after all of it, even when a step opens a window that
     * waits for its answer.
     */
    public static void inTurns(List<Runnable> steps) {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> turn(steps.iterator(), done));
        get(done, PATIENCE.plusSeconds(steps.size()));
    }

    private static void turn(Iterator<Runnable> left, CompletableFuture<Void> done) {
        if (!left.hasNext()) {
            done.complete(null);
            return;
        }
        Runnable step = left.next();
        Platform.runLater(() -> turn(left, done));
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /** Does something in the FX thread. */
    public static void run(Runnable action) {
        fx(
                () -> {
                    action.run();
                    return null;
                });
    }

    /**
     * Waits until a window is there and has the focus. A window manager may keep the focus from one
     * that opened by itself; it is asked for once a second, as a person would click on the window.
     */
    public static void awaitFocus(String what, Callable<Optional<? extends Window>> window) {
        long[] asked = {System.nanoTime()};
        await(
                what,
                () -> {
                    Optional<? extends Window> there = window.call();
                    if (there.filter(Window::isFocused).isPresent()) {
                        return true;
                    }
                    if (there.isPresent() && System.nanoTime() - asked[0] > ASK.toNanos()) {
                        asked[0] = System.nanoTime();
                        there.get().requestFocus();
                    }
                    return false;
                });
    }

    /** Whether something holds within a few seconds; it is looked up in the FX thread. */
    public static boolean soon(Callable<Boolean> done) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!fx(done)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Waits until something holds that is looked up in the FX thread. */
    public static void await(Callable<Boolean> done) {
        await("what was expected", done);
    }

    /**
     * Waits until something holds that is looked up in the FX thread; what is not there yet, and
     * therefore throws, does not hold yet.
     */
    public static void await(String what, Callable<Boolean> done) {
        Throwable last = null;
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                if (fx(done)) {
                    return;
                }
                last = null;
            } catch (RuntimeException | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(POLL.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("waited in vain for " + what, last);
    }

    /** Waits until a pulse has laid out all windows that are shown. */
    public static void pulse() {
        var laidOut = new CompletableFuture<Void>();
        Optional<Scene> scene = fx(() -> shown().map(each -> laidOut(each.getScene(), laidOut)));
        while (scene.filter(Ui::stays).isPresent()) {
            try {
                laidOut.get(1, TimeUnit.SECONDS);
                break;
            } catch (TimeoutException e) {
                // Busy, or the window is gone meanwhile.
                run(Platform::requestNextPulse);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        run(() -> {});
    }

    private static Scene laidOut(Scene scene, CompletableFuture<Void> done) {
        Runnable[] once = new Runnable[1];
        once[0] =
                () -> {
                    scene.removePostLayoutPulseListener(once[0]);
                    done.complete(null);
                };
        scene.addPostLayoutPulseListener(once[0]);
        Platform.requestNextPulse();
        return scene;
    }

    private static boolean stays(Scene scene) {
        return fx(() -> scene.getWindow() != null && scene.getWindow().isShowing());
    }

    private static Optional<Window> shown() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .filter(window -> window.getScene() != null)
                .reduce((first, last) -> last.isFocused() ? last : first);
    }

    /** The first node that can be seen, in all windows; to be called in the FX thread. */
    public static Optional<Node> find(Predicate<Node> wanted) {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .flatMap(window -> seen(window.getScene().getRoot()).stream())
                .filter(wanted)
                .findFirst();
    }

    /** A node and all below it. */
    public static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        collect(node, each -> true, found);
        return found;
    }

    /** A node and all below it, without what is not visible, as spare cells of lists. */
    public static List<Node> seen(Node node) {
        var found = new ArrayList<Node>();
        collect(node, Node::isVisible, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!wanted.test(node)) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }
}
