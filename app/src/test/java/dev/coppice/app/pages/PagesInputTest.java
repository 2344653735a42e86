package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.build.BuildPage;
import dev.coppice.app.build.BuildViewModel;
import dev.coppice.app.fx.NextPulse;
import dev.coppice.app.preview.PreviewPage;
import dev.coppice.app.preview.PreviewViewModel;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VmState;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keyboard and mouse on the pages, through the real window system. */
@Tag("window")
class PagesInputTest {

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Hands hands = new Hands();
    private final PlayedHost host = new PlayedHost();
    private final PlayedBuilder builder = new PlayedBuilder(Samples.plan());
    private Window window;

    @BeforeEach
    void open() throws Exception {
        window = Window.open();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        background.shutdown();
    }

    /** Until what was given to the background is done, and shown. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture.runAsync(() -> {}, background).join();
            Window.settle();
        }
    }

    private Node node(String style) {
        return window.stage().getScene().lookup(style);
    }

    private PlayedMachine boot() {
        PreviewPage page =
                Window.fx(
                        () -> {
                            var pulse = new NextPulse();
                            return new PreviewPage(
                                    new PreviewViewModel(
                                            host,
                                            g -> Optional.empty(),
                                            new Steps(),
                                            background,
                                            Platform::runLater,
                                            pulse,
                                            System::nanoTime),
                                    pulse);
                        });
        window.show(page.node());
        Window.run(
                () ->
                        page.boot(
                                Samples.generation(3, Optional.empty()),
                                new RunOptions(true, false)));
        settle();
        PlayedMachine machine = host.last();
        machine.become(VmState.READY);
        machine.screenView.resized(640, 400);
        machine.screenView.updated(new int[640 * 400], 0, 0, 640, 400);
        settle();
        return machine;
    }

    @Test
    void theScreenTakesKeysUntilControlAndAlt() {
        PlayedMachine machine = boot();
        hands.clickOn(() -> node(".machine-screen"));
        machine.done.clear();
        hands.push(KeyCode.R).push(KeyCode.TAB).push(KeyCode.ENTER);
        settle();
        assertThat(machine.done)
                .containsExactly(
                        "key 72 down",
                        "key 72 up",
                        "key ff09 down",
                        "key ff09 up",
                        "key ff0d down",
                        "key ff0d up");
        machine.done.clear();
        hands.push(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertThat(machine.done)
                .containsExactly("key ffe3 down", "key 63 down", "key 63 up", "key ffe3 up");
        hands.push(KeyCode.CONTROL, KeyCode.ALT);
        settle();
        machine.done.clear();
        hands.push(KeyCode.X);
        settle();
        assertThat(machine.done).isEmpty();
        Node focused = Window.fx(() -> window.stage().getScene().getFocusOwner());
        assertThat(focused.getStyleClass()).contains("menu-button");
    }

    @Test
    void thePointerIsWhereItIsOnTheMachinesScreen() {
        PlayedMachine machine = boot();
        machine.done.clear();
        hands.clickOn(() -> node(".machine-screen"));
        hands.scroll(-1);
        settle();
        List<String> pointer =
                machine.done.stream().filter(d -> d.startsWith("pointer")).distinct().toList();
        // The middle, give or take the rounding of the scale.
        assertThat(pointer).anySatisfy(p -> assertThat(p).matches("pointer (319|320) (199|200) 1"));
        assertThat(pointer).contains("pointer 320 200 8");
        assertThat(machine.done.getLast()).isEqualTo("pointer 320 200 0");
    }

    @Test
    void theLogFollowsUntilSomebodyScrollsUp() {
        BuildViewModel model =
                Window.fx(
                        () ->
                                new BuildViewModel(
                                        builder,
                                        () -> Optional.of(Samples.request()),
                                        new Steps(),
                                        background,
                                        Platform::runLater,
                                        new NextPulse(),
                                        System::nanoTime));
        BuildPage page = Window.fx(() -> new BuildPage(model));
        window.show(page.node());
        Window.run(() -> model.build(Samples.request()));
        settle();
        print(0, 300);
        assertThat(inView("line 299")).isTrue();
        print(300, 301);
        assertThat(inView("line 300")).isTrue();
        // The bar above the log grows, and the list shrinks.
        Window.run(() -> model.log().stepProperty().set("packages"));
        print(301, 302);
        assertThat(inView("line 301")).isTrue();
        window.size(1600, 1000);
        window.size(1280, 800);
        print(302, 303);
        assertThat(inView("line 302")).isTrue();
        hands.moveTo(() -> node(".log-list")).scroll(-10);
        settle();
        assertThat(model.followingProperty().get()).isFalse();
        print(303, 600);
        assertThat(inView("line 599")).isFalse();
        Window.run(() -> model.followingProperty().set(true));
        settle();
        assertThat(inView("line 599")).isTrue();
    }

    /** Whether a line of the log stands wholly inside the list. */
    private boolean inView(String line) {
        return Window.fx(
                () -> {
                    Node list = window.stage().getScene().lookup(".log-list");
                    var room = list.localToScene(list.getBoundsInLocal());
                    return list.lookupAll(".log-cell").stream()
                            .filter(c -> c.isVisible() && line.equals(((Labeled) c).getText()))
                            .map(c -> c.localToScene(c.getLayoutBounds()))
                            .anyMatch(
                                    b ->
                                            b.getMinY() >= room.getMinY() - 1
                                                    && b.getMaxY() <= room.getMaxY() + 1);
                });
    }

    private void print(int from, int to) {
        for (int i = from; i < to; i++) {
            builder.log("packages", "line " + i);
        }
        settle();
    }
}
