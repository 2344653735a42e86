package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.session.DraftStore;
import dev.coppice.app.session.DraftStore.Process;
import dev.coppice.model.examples.Examples;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What a person does with the text itself, in the real window. */
@Tag("window")
class EditingWindowTest {

    private final FxRobot robot = new FxRobot();
    @TempDir private Path folder;
    private Path spec;
    private Stage stage;
    private WindowFixture fixture;
    private String original;

    @BeforeEach
    void prepare() throws Exception {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
        Path project = folder.resolve("web");
        ExampleProject.create(new Examples().standard(), project);
        spec = project.resolve("system.yaml");
        original = Files.readString(spec);
        FxToolkit.registerPrimaryStage();
    }

    private void open() throws Exception {
        stage = fx(Stage::new);
        fixture =
                fx(
                        () ->
                                new WindowFixture(
                                        stage,
                                        spec.getParent(),
                                        folder.resolve("window.properties")));
        await(() -> stage.isFocused() && node("#spec-text") != null);
        settle();
        fx(
                () -> {
                    area().requestFocus();
                    return null;
                });
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            Platform.runLater(stage::hide);
            fixture.close();
        }
    }

    @Test
    void whatIsFoundIsReplacedAsOneStep() throws Exception {
        open();
        press(KeyCode.CONTROL, KeyCode.H);
        fx(
                () -> {
                    this.<TextField>node("#find-words").setText("web-01");
                    this.<TextField>node("#find-replacement").setText("mail-02");
                    this.<Button>node("#replace-all").fire();
                    return null;
                });
        settle();
        assertThat(text()).isEqualTo(original.replace("web-01", "mail-02"));
        assertThat(shown()).isEqualTo(text());
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> area().isFocused())).isTrue();
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo(original);
        assertThat(shown()).isEqualTo(original);
    }

    @Test
    void linesMoveCopyAndBecomeComments() throws Exception {
        open();
        int at = original.indexOf("hostname:");
        fx(
                () -> {
                    area().moveTo(at + 2);
                    return null;
                });
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertThat(text()).contains("hostname: web-01\nhostname: web-01\n");
        press(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(text()).contains("hostname: web-01\n# hostname: web-01\n");
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(text()).contains("# hostname: web-01\nhostname: web-01\n");
        assertThat(fx(() -> fixture.session.undoLabels()))
                .containsExactly("Move up", "Comment line", "Duplicate line");
        fx(
                () -> {
                    fixture.session.undo(3);
                    return null;
                });
        assertThat(text()).isEqualTo(original);
    }

    @Test
    void foldsSurviveEditsAndOpenForWhatIsShown() throws Exception {
        open();
        int head = line("packages:");
        fx(
                () -> {
                    area().moveTo(head, 0);
                    return null;
                });
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(fx(() -> area().isFolded(head + 1))).isTrue();
        fx(
                () -> {
                    area().insertText(0, "# first\n");
                    return null;
                });
        settle();
        assertThat(fx(() -> area().isFolded(head + 2))).isTrue();
        assertThat(fx(() -> area().isFolded(head + 1))).isFalse();

        press(KeyCode.CONTROL, KeyCode.G);
        fx(
                () -> {
                    this.<TextField>node("#go-to-line").setText(String.valueOf(head + 3));
                    return null;
                });
        press(KeyCode.ENTER);
        assertThat(fx(() -> area().isFolded(head + 2))).isFalse();
        assertThat(fx(() -> area().getCurrentParagraph())).isEqualTo(head + 2);
        assertThat(text()).isEqualTo("# first\n" + original);
    }

    @Test
    void bracketsAndQuotesComeInPairs() throws Exception {
        open();
        fx(
                () -> {
                    area().moveTo(original.length());
                    return null;
                });
        robot.write("users: [");
        robot.write("a]");
        settle();
        assertThat(text()).isEqualTo(original + "users: [a]");
        robot.type(KeyCode.ENTER);
        robot.write("a: \"");
        robot.type(KeyCode.BACK_SPACE);
        settle();
        assertThat(text()).isEqualTo(original + "users: [a]\na: ");
    }

    @Test
    void anUnsavedEditIsShownAndTakenBack() throws Exception {
        open();
        fx(
                () -> {
                    area().appendText("# one\n");
                    area().insertText(0, "# two\n");
                    return null;
                });
        settle();
        press(KeyCode.CONTROL, KeyCode.D);
        await(() -> difference().isPresent() && difference().get().getItems().size() > 3);
        robot.lookup(".diff-settle").<Button>queryAll().stream()
                .findFirst()
                .ifPresent(button -> fx(() -> fire(button)));
        await(() -> text().equals(original + "# one\n"));
        robot.type(KeyCode.ESCAPE);
        await(() -> difference().isEmpty());
        assertThat(fx(() -> fixture.session.undoLabel())).contains("Revert lines");
    }

    @Test
    void aFileThatAnotherProgramReplacesIsTakenOrKept() throws Exception {
        open();
        fx(
                () -> {
                    area().insertText(0, "# mine\n");
                    return null;
                });
        Path other = spec.resolveSibling("system.yaml.swp");
        Files.writeString(other, original + "# theirs\n");
        Files.move(other, spec, StandardCopyOption.ATOMIC_MOVE);
        await(() -> button("Take theirs").isPresent());
        assertThat(button("Show difference")).isPresent();
        fx(() -> fire(button("Take theirs").orElseThrow()));
        assertThat(text()).isEqualTo(original + "# theirs\n");
        assertThat(fx(() -> fixture.session.modified())).isFalse();
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo("# mine\n" + original);
    }

    @Test
    void editsOfAProgramThatCrashedAreRestored() throws Exception {
        var crashed =
                new DraftStore(
                        folder.resolve("drafts"),
                        new Process(4_000_000, Instant.EPOCH),
                        pid -> Optional.empty());
        crashed.keep(spec, original + "# lost\n", original);
        Path left = only(folder.resolve("drafts"));
        open();
        await(() -> button("Restore").isPresent());
        fx(() -> fire(button("Restore").orElseThrow()));
        settle();
        assertThat(text()).isEqualTo(original + "# lost\n");
        assertThat(fx(() -> fixture.session.modified())).isTrue();
        await(() -> !Files.exists(left));
    }

    private static Path only(Path drafts) throws IOException {
        try (var files = Files.list(drafts)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Void fire(Button button) {
        button.fire();
        return null;
    }

    private Optional<Button> button(String words) {
        return stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && words.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst();
    }

    private static Optional<ListView<?>> difference() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#difference"))
                .filter(ListView.class::isInstance)
                .<ListView<?>>map(list -> (ListView<?>) list)
                .findFirst();
    }

    private int line(String start) {
        return original.substring(0, original.indexOf("\n" + start) + 1).split("\n", -1).length - 1;
    }

    /** By an event, not by the keyboard: on a busy host a key that is held repeats itself. */
    private void press(KeyCode... keys) {
        List<KeyCode> all = List.of(keys);
        fx(
                () -> {
                    Node target = stage.getScene().getFocusOwner();
                    Event.fireEvent(target, key(all, target));
                    return null;
                });
        settle();
    }

    private static KeyEvent key(List<KeyCode> keys, Node target) {
        return new KeyEvent(
                null,
                target,
                KeyEvent.KEY_PRESSED,
                "",
                "",
                keys.getLast(),
                keys.contains(KeyCode.SHIFT),
                keys.contains(KeyCode.CONTROL),
                keys.contains(KeyCode.ALT),
                false);
    }

    private CodeArea area() {
        return node("#spec-text");
    }

    private String shown() {
        return fx(() -> area().getText());
    }

    private String text() {
        return fx(() -> fixture.session.text().content());
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String id) {
        return (T) stage.getScene().lookup(id);
    }

    private static <T> T fx(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    }

    /** Until the analysis has come back and what it changed has been laid out. */
    private void settle() {
        for (int i = 0; i < 4; i++) {
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> assertThat(fixture.session.upToDate()).isTrue());
    }
}
