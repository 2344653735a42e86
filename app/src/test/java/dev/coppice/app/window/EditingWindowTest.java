package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.app.session.DraftStore;
import dev.coppice.app.session.DraftStore.Process;
import dev.coppice.model.examples.Examples;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What a person does with the text itself, in the real window. */
@Tag("window")
class EditingWindowTest {

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private Path spec;
    private OpenProject open;
    private Stage stage;
    private WindowFixture fixture;
    private String original;

    @BeforeEach
    void prepare() throws Exception {
        Path project = folder.resolve("web");
        ExampleProject.create(new Examples().standard(), project);
        spec = project.resolve("system.yaml");
        original = Files.readString(spec);
    }

    private void openProject() throws Exception {
        open = new OpenProject(spec.getParent());
        stage = open.stage;
        fixture = open.fixture;
        fx(
                () -> {
                    area().requestFocus();
                    return null;
                });
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void whatIsFoundIsReplacedAsOneStep() throws Exception {
        openProject();
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
        openProject();
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
        openProject();
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
        openProject();
        fx(
                () -> {
                    area().moveTo(original.length());
                    return null;
                });
        hands.write("users: [");
        hands.write("a]");
        settle();
        assertThat(text()).isEqualTo(original + "users: [a]");
        hands.push(KeyCode.ENTER);
        hands.write("a: \"");
        hands.push(KeyCode.BACK_SPACE);
        settle();
        assertThat(text()).isEqualTo(original + "users: [a]\na: ");
    }

    @Test
    void anUnsavedEditIsShownAndTakenBack() throws Exception {
        openProject();
        fx(
                () -> {
                    area().appendText("# one\n");
                    area().insertText(0, "# two\n");
                    return null;
                });
        settle();
        press(KeyCode.CONTROL, KeyCode.D);
        Ui.await(() -> difference().isPresent() && difference().get().getItems().size() > 3);
        fx(
                () ->
                        fire(
                                (Button)
                                        Ui.find(n -> n.getStyleClass().contains("diff-settle"))
                                                .orElseThrow()));
        Ui.await(() -> text().equals(original + "# one\n"));
        hands.push(KeyCode.ESCAPE);
        Ui.await(() -> difference().isEmpty());
        assertThat(fx(() -> fixture.session.undoLabel())).contains("Revert lines");
    }

    @Test
    void aFileThatAnotherProgramReplacesIsTakenOrKept() throws Exception {
        openProject();
        fx(
                () -> {
                    area().insertText(0, "# mine\n");
                    return null;
                });
        Path other = spec.resolveSibling("system.yaml.swp");
        Files.writeString(other, original + "# theirs\n");
        Files.move(other, spec, StandardCopyOption.ATOMIC_MOVE);
        Ui.await(() -> button("Take theirs").isPresent());
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
        openProject();
        Ui.await(() -> button("Restore").isPresent());
        fx(() -> fire(button("Restore").orElseThrow()));
        settle();
        assertThat(text()).isEqualTo(original + "# lost\n");
        assertThat(fx(() -> fixture.session.modified())).isTrue();
        Ui.await(() -> !Files.exists(left));
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
        return Ui.fx(action);
    }

    private void settle() {
        open.settle();
    }
}
