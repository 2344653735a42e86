package dev.coppice.app.window;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Types into the real window on a long spec and prints what each key costs the FX thread. Run it
 * with {@code installers/benchmark window}.
 *
 * <p>Times are processor time of the FX thread, in milliseconds, so that a busy host does not blur
 * them. <b>key</b> is the dispatch of one KEY_TYPED event, thus the editor's and all followers'
 * handlers; <b>pulse</b> is the longest pulse that a key caused, from its animation timers to the
 * end of its layout; <b>all</b> is everything that the thread did for the key until the new
 * analysis was on the screen, the form included; <b>idle</b> is the same without a key, which is
 * what this program and its pulses cost.
 */
final class TypingMeasure {

    private final FxRobot robot = new FxRobot();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> handlers = new ArrayList<>();
    private final List<Double> pulses = new ArrayList<>();
    private final List<Double> wholes = new ArrayList<>();
    private final int keys;
    private WindowFixture fixture;
    private Stage stage;
    private CodeArea area;
    private long fxThread;
    private long pulseStart;
    private double longest;
    private boolean counting;

    private TypingMeasure(int keys) {
        this.keys = keys;
    }

    /** Measures and ends the program. */
    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int keys = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path folder = Files.createTempDirectory("typing");
        Files.writeString(folder.resolve("system.yaml"), spec(lines));
        new TypingMeasure(keys).run(folder);
        System.exit(0);
    }

    /** A spec that is mostly files with contents, as a long one is. */
    private static String spec(int lines) {
        var out = new StringBuilder("spec: 1\nname: long\n");
        out.append("base: { distribution: debian, release: bookworm }\n");
        out.append("hostname: long-01\ndescription: A\npackages:\n");
        for (int i = 0; i < lines / 10; i++) {
            out.append("  - package-").append(i).append(" # reason ").append(i).append('\n');
        }
        out.append("files:\n");
        for (int i = 0; i < lines * 9 / 80; i++) {
            out.append("  # file ").append(i).append("\n  - path: /etc/app/").append(i);
            out.append("\n    mode: \"0644\"\n    content: |\n");
            out.append("      [section]\n      key = value ").append(i);
            out.append("\n      other: { a: 1 }\n      last line\n");
        }
        return out.toString();
    }

    private void run(Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = fx(Stage::new);
        fixture = fx(() -> new WindowFixture(stage, folder, folder.resolve("window.properties")));
        await(() -> stage.isShowing() && stage.getScene().lookup("#spec-text") != null);
        area = fx(() -> (CodeArea) stage.getScene().lookup("#spec-text"));
        fxThread = fx(() -> Thread.currentThread().threadId());
        fx(this::instrument);
        System.out.println("processor time of the FX thread per key, ms, " + keys + " keys");
        System.out.printf("%d lines%n", fx(() -> area.getParagraphs().size()).intValue());
        measure("a value near the top", "description: A");
        measure("a comment in a long list", "# reason 500");
        measure("inside the text of a file", "key = value 500");
        measure("a value near the top, once more", "description: A");
        bare(fx(area::getText));
        measure("a value near the top, in a bare code area", "description: A");
    }

    /** What the editor's library costs on its own, on the same text and in the same room. */
    private void bare(String text) {
        fixture.close();
        fixture = null;
        fx(
                () -> {
                    Stage own = stage;
                    stage = new Stage();
                    area = new CodeArea(text);
                    stage.setScene(new Scene(new VirtualizedScrollPane<>(area), 540, 690));
                    stage.show();
                    own.hide();
                    return instrument();
                });
    }

    private void measure(String what, String place) throws Exception {
        fx(
                () -> {
                    int at = area.getText().indexOf(place) + place.length();
                    area.requestFocus();
                    area.moveTo(at);
                    area.requestFollowCaret();
                    return null;
                });
        settle();
        for (int i = 0; i < 30; i++) {
            key(i);
        }
        wholes.clear();
        for (int i = 0; i < 20; i++) {
            long before = threads.getThreadCpuTime(fxThread);
            settle();
            wholes.add((threads.getThreadCpuTime(fxThread) - before) / 1e6);
        }
        String idle = figures(wholes);
        handlers.clear();
        pulses.clear();
        wholes.clear();
        for (int i = 0; i < keys; i++) {
            key(i);
        }
        System.out.printf(
                "%s%n  key   %s%n  pulse %s%n  all   %s%n  idle  %s%n",
                what, figures(handlers), figures(pulses), figures(wholes), idle);
    }

    private void key(int i) throws Exception {
        String letter = i % 9 == 8 ? " " : String.valueOf((char) ('a' + i % 26));
        long before = threads.getThreadCpuTime(fxThread);
        counting = true;
        longest = 0;
        fx(
                () -> {
                    robot.robotContext()
                            .getBaseRobot()
                            .typeKeyboard(
                                    stage.getScene(), javafx.scene.input.KeyCode.UNDEFINED, letter);
                    return null;
                });
        settle();
        counting = false;
        pulses.add(longest);
        wholes.add((threads.getThreadCpuTime(fxThread) - before) / 1e6);
    }

    private Void instrument() {
        EventDispatcher inner = stage.getScene().getEventDispatcher();
        stage.getScene()
                .setEventDispatcher(
                        (event, tail) -> {
                            long start = threads.getCurrentThreadCpuTime();
                            Event result = inner.dispatchEvent(event, tail);
                            if (counting && event.getEventType() == KeyEvent.KEY_TYPED) {
                                handlers.add((threads.getCurrentThreadCpuTime() - start) / 1e6);
                            }
                            return result;
                        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulseStart = threads.getCurrentThreadCpuTime();
            }
        }.start();
        stage.getScene()
                .addPostLayoutPulseListener(
                        () -> {
                            double took = (threads.getCurrentThreadCpuTime() - pulseStart) / 1e6;
                            longest = Math.max(longest, took);
                        });
        return null;
    }

    private static String figures(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        return "median %6.2f  p99 %6.2f  max %6.2f"
                .formatted(
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.99)],
                        Arrays.stream(sorted).max().orElseThrow());
    }

    /** Until the analysis of the last key has been shown. */
    private void settle() throws Exception {
        await(() -> fixture == null || fixture.session != null && fixture.session.upToDate());
        WaitForAsyncUtils.sleep(40, java.util.concurrent.TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS, () -> fx(condition));
    }
}
