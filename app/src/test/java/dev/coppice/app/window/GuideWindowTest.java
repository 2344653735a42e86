package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.app.session.UserSettings.Look;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * Why something is a problem, asked in the list, in the text and with the pointer. With {@code
 * -Dcoppice.pictures=FOLDER} it leaves pictures, light and dark.
 */
@Tag("window")
class GuideWindowTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            hostname: web_01
            files:
              - { path: /etc/motd, content: x, mode: 644 }
            """;

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private OpenProject open;

    @BeforeEach
    void openProject() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        open = new OpenProject(project);
        open.settle();
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aKeyInTheListTellsWhyAndEscapeLeavesAgain() throws Exception {
        Ui.fx(
                () -> {
                    ListView<?> list = (ListView<?>) open.node("#problems");
                    list.getSelectionModel().select(0);
                    list.requestFocus();
                    return null;
                });
        hands.push(KeyCode.SHIFT, KeyCode.F1);

        says("bad-hostname", "Wrong", "Right");
        assertThat(Ui.fx(() -> guide().orElseThrow().isFocused())).isTrue();
        assertThat(Ui.fx(() -> guide().orElseThrow().getAccessibleText())).isNotBlank();
        picture("list");

        hands.push(KeyCode.ESCAPE);
        Ui.await(() -> guide().isEmpty());
    }

    @Test
    void aKeyInTheTextTellsWhyOfItsLine() throws Exception {
        Ui.fx(
                () -> {
                    CodeArea area = (CodeArea) open.node("#spec-text");
                    area.requestFocus();
                    area.moveTo(area.getText().indexOf("644"));
                    return null;
                });
        open.settle();
        hands.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);

        says("wrong-type", "Wrong", "Right");
        picture("text");
    }

    @Test
    void aClickOnTheQuestionMarkTellsWhy() throws Exception {
        hands.clickOn(() -> open.node(".problem-why"));

        says("bad-hostname", "Wrong", "Right");
    }

    private void says(String... words) {
        Ui.await(() -> words().containsAll(List.of(words)));
    }

    private static Optional<Node> guide() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene() != null)
                .map(window -> window.getScene().getRoot().lookup("#guide"))
                .filter(node -> node != null)
                .findFirst();
    }

    private static List<String> words() {
        return guide().map(GuideWindowTest::words).orElse(List.of());
    }

    private static List<String> words(Node node) {
        var found = new ArrayList<String>();
        if (node instanceof Label label) {
            found.add(label.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(words(child)));
        }
        return found;
    }

    private void picture(String name) throws IOException {
        String target = System.getProperty("coppice.pictures", "");
        if (target.isEmpty()) {
            return;
        }
        for (Look look : List.of(Look.DARK, Look.LIGHT)) {
            open.settle();
            Ui.fx(
                    () -> {
                        open.fixture.theme.lookProperty().set(look);
                        return null;
                    });
            open.settle();
            save(
                    Ui.fx(() -> guide().orElseThrow().getScene().snapshot(null)),
                    Path.of(target, "guide-" + name + "-" + word(look)));
            save(
                    Ui.fx(() -> open.stage.getScene().snapshot(null)),
                    Path.of(target, "problems-" + name + "-" + word(look)));
        }
    }

    private static String word(Look look) {
        return look.name().toLowerCase(Locale.ROOT) + ".png";
    }

    private static void save(WritableImage image, Path file) throws IOException {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }
}
