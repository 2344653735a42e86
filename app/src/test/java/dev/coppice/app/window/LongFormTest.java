package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A form of 200 users opens, scrolls and takes keys without waiting. */
@Tag("window")
class LongFormTest {

    private static final int USERS = 200;

    @TempDir private Path folder;

    @Test
    void twoHundredUsers() throws Exception {
        Path project = Files.createDirectories(folder.resolve("many"));
        var text = new StringBuilder("spec: 1\nname: many\nbase: { distribution: debian,");
        text.append(" release: bookworm }\nusers:\n");
        for (int i = 0; i < USERS; i++) {
            text.append("  - name: user").append(i).append("\n    groups: [sudo, adm]\n");
            text.append("    fullName: User Number ").append(i).append('\n');
        }
        Files.writeString(project.resolve("system.yaml"), text);
        try (var open = new OpenProject(project)) {
            long start = System.nanoTime();
            open.show(Section.USERS);
            long shown = System.nanoTime() - start;
            List<Node> cards =
                    Ui.fx(
                            () ->
                                    List.copyOf(
                                            open.stage
                                                    .getScene()
                                                    .getRoot()
                                                    .lookupAll(".item-card")));
            assertThat(cards).hasSizeBetween(20, 60);
            Ui.fx(
                    () -> {
                        open.node(".form-pane").lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(button -> "Show 40 more of 200".equals(button.getText()))
                                .forEach(Button::fire);
                        return null;
                    });
            open.settle();
            double frame = scroll(open);
            double key = type(open);
            System.out.printf(
                    "200 users: shown in %d ms, median frame %.0f ms, median key %.0f ms%n",
                    shown / 1_000_000, frame, key);
            assertThat(open.text()).contains("name: user0xxxxxxxxxxxxxxxxxxxx\n");
        }
    }

    /** The median time between two frames, in milliseconds, while the form scrolls. */
    private static double scroll(OpenProject open) throws Exception {
        var times = new ArrayList<Long>();
        var timer =
                new AnimationTimer() {
                    private long last;

                    @Override
                    public void handle(long now) {
                        if (last > 0) {
                            times.add(now - last);
                        }
                        last = now;
                        ScrollPane pane = (ScrollPane) open.node(".form-scroll");
                        pane.setVvalue((times.size() % 60) / 60.0);
                    }
                };
        Ui.fx(
                () -> {
                    timer.start();
                    return null;
                });
        Ui.await("60 frames", () -> times.size() >= 60);
        Ui.fx(
                () -> {
                    timer.stop();
                    return null;
                });
        return median(times.stream().mapToLong(Long::longValue).toArray());
    }

    /** The median time that the FX thread needs for a key, with all that follows from it. */
    private static double type(OpenProject open) {
        Ui.fx(
                () -> {
                    ((ToggleButton) open.node(".item-head")).setSelected(true);
                    return null;
                });
        open.settle();
        var times = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            times.add(
                    Ui.fx(
                            () -> {
                                long start = System.nanoTime();
                                ((TextField) open.node("#field-users-0-name")).appendText("x");
                                return System.nanoTime() - start;
                            }));
            open.settle();
        }
        return median(times.stream().mapToLong(Long::longValue).toArray());
    }

    private static double median(long[] times) {
        Arrays.sort(times);
        return times.length == 0 ? 0 : times[times.length / 2] / 1e6;
    }
}
