package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every window that opens over the page has a name for all that takes the focus, is walked with
 * Tab, and goes away with Escape.
 */
@Tag("window")
class DialogNamesTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            users: [{ name: alice, groups: [sudo] }]
            sudo: [{ user: alice }]
            files: [{ path: /etc/motd, source: files/motd }]
            units: [{ name: a.service, content: "[Service]\\nExecStart=/bin/true" }]
            """;

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private Path file;
    private OpenProject open;

    @BeforeEach
    void openProject() throws Exception {
        file = Files.createDirectories(folder.resolve("web")).resolve("system.yaml");
        Files.createDirectories(folder.resolve("web/files"));
        Files.writeString(folder.resolve("web/files/motd"), "Welcome\n");
        Files.writeString(file, SPEC);
        open = new OpenProject(file.getParent());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void theKeys() throws Exception {
        caret("name: web");
        hands.push(KeyCode.F1);
        walked("keys");
    }

    @Test
    void renaming() throws Exception {
        caret("alice, groups");
        hands.push(KeyCode.F2);
        walked("rename");
    }

    @Test
    void aFileOfTheProject() throws Exception {
        caret("files/motd");
        hands.push(KeyCode.F12);
        walked("a file");
    }

    @Test
    void unsavedEdits() throws Exception {
        edit();
        hands.push(KeyCode.CONTROL, KeyCode.D);
        walked("unsaved edits");
    }

    @Test
    void changesFromOutside() throws Exception {
        edit();
        Files.writeString(file, SPEC + "hostname: other\n");
        Ui.await(() -> button("Show difference").isPresent());
        named(open.stage.getScene().getRoot(), "the page with a banner");
        press(button("Show difference").orElseThrow());
        walked("changes from outside");
    }

    @Test
    void theStepsToUndo() throws Exception {
        edit();
        press(open.node("#history"));
        Ui.await(() -> over().isPresent());
        // The rows are made with the first pulse of the list.
        Ui.await(
                "the steps",
                () -> {
                    assertThat(over().orElseThrow().getScene().getRoot().lookupAll(".menu-item"))
                            .isNotEmpty()
                            .allSatisfy(
                                    item -> {
                                        var words = (Labeled) item.lookup(".label");
                                        assertThat(words.getText()).startsWith("Undo: ");
                                    });
                    return true;
                });
        hands.push(KeyCode.ESCAPE);
        Ui.await(() -> over().isEmpty());
    }

    @Test
    void aPassword() throws Exception {
        open.show(Section.USERS);
        press(button("Set password").orElseThrow());
        walked("password");
    }

    @Test
    void keysOfAUser() throws Exception {
        open.show(Section.USERS);
        press(open.node("#field-users-0-sshAuthorizedKeys-add"));
        walked("SSH keys");
    }

    @Test
    void aFileFromElsewhere() throws Exception {
        open.fixture.chosen =
                Optional.of(Files.writeString(folder.resolve("elsewhere.txt"), "Hello\n"));
        open.show(Section.FILES);
        press(button("Choose a file").orElseThrow());
        walked("a file from elsewhere");
    }

    @Test
    void aLargeText() throws Exception {
        open.show(Section.UNITS);
        Node larger = Ui.fx(() -> open.node(".code-larger"));
        press(larger);
        walked("a large text");
    }

    private void edit() {
        Ui.fx(
                () -> {
                    open.fixture.session.replace("Type", SPEC + "# edited\n");
                    return null;
                });
        open.settle();
    }

    private void caret(String text) {
        Ui.fx(
                () -> {
                    var area = (CodeArea) open.node("#spec-text");
                    area.requestFocus();
                    area.moveTo(area.getText().indexOf(text) + 1);
                    return null;
                });
        open.settle();
    }

    /** Waits for a window, looks at its names, goes round it with Tab and closes it. */
    private void walked(String what) throws Exception {
        Ui.awaitFocus(what, this::over);
        Window window = over().orElseThrow();
        List<Node> stops = Ui.fx(() -> named(window.getScene().getRoot(), what));
        assertThat(stops).as("where Tab stops in %s", what).isNotEmpty();
        for (int i = 0; i < stops.size(); i++) {
            Node owner = Ui.fx(() -> window.getScene().getFocusOwner());
            assertThat(owner).as("the focus is in %s", what).isNotNull();
            if (!(owner instanceof CodeArea) && !owner.getStyleClass().contains("text-area")) {
                hands.push(KeyCode.TAB);
            }
        }
        assertThat(Ui.fx(window::isShowing)).as("%s stays", what).isTrue();
        // The first Escape may close a tip or a list of offers that is open in the window.
        for (int tries = 0; tries < 3; tries++) {
            hands.push(KeyCode.ESCAPE);
            if (Ui.soon(() -> over().isEmpty())) {
                return;
            }
        }
        throw new AssertionError("Escape does not close " + what);
    }

    private static List<Node> named(Node root, String what) {
        var stops = new ArrayList<Node>();
        collect(root, stops);
        for (Node stop : stops) {
            String said = stop.getAccessibleText();
            String name = said == null && stop instanceof Labeled l ? l.getText() : said;
            assertThat(name).as("name of %s in %s", stop, what).isNotBlank();
        }
        return stops;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** The window in front of the project's. */
    private Optional<Window> over() {
        return Ui.fx(
                () ->
                        Window.getWindows().stream()
                                .filter(window -> window != open.stage && window.isShowing())
                                .filter(window -> !(window instanceof Tooltip))
                                .findFirst());
    }

    private Optional<Button> button(String words) {
        return Ui.fx(
                () ->
                        open.stage.getScene().getRoot().lookupAll(".button").stream()
                                .filter(Button.class::isInstance)
                                .map(Button.class::cast)
                                .filter(Node::isVisible)
                                .filter(
                                        each ->
                                                words.equals(each.getText())
                                                        || words.equals(each.getAccessibleText()))
                                .findFirst());
    }

    /** Without waiting: what is opened may wait for its answer. */
    private static void press(Node button) {
        Platform.runLater(((ButtonBase) button)::fire);
        Ui.pulse();
    }
}
