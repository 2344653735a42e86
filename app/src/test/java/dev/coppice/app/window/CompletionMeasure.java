package dev.coppice.app.window;

import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Types the first letters of packages into the real window and prints how long it takes from the
 * key until the proposals are laid out on the screen. The folder must hold the kept list of a
 * release, as a window that was once open on a project leaves it under {@code
 * $XDG_CACHE_HOME/coppice}. {@code installers/benchmark window} runs it.
 */
final class CompletionMeasure {

    private static final String SPEC =
            "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n"
                    + "hostname: web\npackages:\n  - htop\n  - ";
    private static final List<String> LETTERS = List.of("n", "g", "p", "s", "l", "x");

    private final FxRobot robot = new FxRobot();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> processor = new CopyOnWriteArrayList<>();
    private long fxThread;
    private long processorStart;
    private Stage stage;
    private CodeArea area;

    private CompletionMeasure() {}

    /** Measures and ends the program. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("completion");
        Files.writeString(folder.resolve("system.yaml"), SPEC);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        new CompletionMeasure().run(folder, Path.of(arguments[0]), rounds);
        System.exit(0);
    }

    private void run(Path folder, Path cache, int rounds) throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = fx(Stage::new);
        Path settings = folder.resolve("window.properties");
        WindowFixture fixture =
                fx(() -> new WindowFixture(stage, Optional.of(folder), settings, cache));
        await(() -> stage.isShowing() && stage.getScene().lookup("#spec-text") != null);
        await(() -> fixture.list.index().isPresent());
        area = fx(() -> (CodeArea) stage.getScene().lookup("#spec-text"));
        System.out.println(fixture.list.index().orElseThrow().size() + " packages");
        fxThread = fx(() -> Thread.currentThread().threadId());
        var first = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            double time = key(LETTERS.get(i % LETTERS.size()));
            if (i < 3) {
                System.out.printf(
                        "key %d: %.1f ms by the clock, %.1f ms of the FX thread%n",
                        i + 1, time, processor.getLast());
            }
            if (i >= 3) {
                first.add(time);
            } else {
                processor.clear();
            }
        }
        print("by the clock", first);
        print("processor time of the FX thread", processor);
    }

    private static void print(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        System.out.printf(
                "key to proposals laid out, ms, %s: median %.1f  90 %% %.1f  worst %.1f%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.9)],
                sorted[sorted.length - 1]);
    }

    /** Types a letter at the end and takes it back again; milliseconds until the list is there. */
    private double key(String letter) throws Exception {
        var shown = new CompletableFuture<Long>();
        ListChangeListener<Window> listener =
                change -> {
                    while (change.next()) {
                        change.getAddedSubList().stream()
                                .filter(Popup.class::isInstance)
                                .forEach(popup -> whenLaidOut((Popup) popup, shown));
                    }
                };
        long start =
                fx(
                        () -> {
                            area.requestFocus();
                            area.moveTo(area.getLength());
                            Window.getWindows().addListener(listener);
                            processorStart = threads.getThreadCpuTime(fxThread);
                            long now = System.nanoTime();
                            robot.robotContext()
                                    .getBaseRobot()
                                    .typeKeyboard(stage.getScene(), KeyCode.UNDEFINED, letter);
                            return now;
                        });
        double took = (shown.get(30, TimeUnit.SECONDS) - start) / 1e6;
        fx(
                () -> {
                    Window.getWindows().removeListener(listener);
                    area.deletePreviousChar();
                    return null;
                });
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        await(() -> Window.getWindows().stream().noneMatch(Popup.class::isInstance));
        return took;
    }

    private void whenLaidOut(Popup popup, CompletableFuture<Long> shown) {
        popup.getScene()
                .addPostLayoutPulseListener(
                        () -> {
                            if (!shown.isDone()) {
                                long now = threads.getThreadCpuTime(fxThread);
                                processor.add((now - processorStart) / 1e6);
                                shown.complete(System.nanoTime());
                            }
                        });
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    }
}
