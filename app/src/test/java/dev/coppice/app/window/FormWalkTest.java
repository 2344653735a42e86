package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.Ui;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Section;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every form of every example can be walked with Tab from its first input to its last and back, and
 * every stop has a name for screen readers.
 */
@Tag("window")
class FormWalkTest {

    @TempDir private Path folder;

    @Test
    void ofAllExamples() throws Exception {
        for (Example example : new Examples().all()) {
            Path project = folder.resolve(example.id());
            ExampleProject.create(example, project);
            walk(example.id(), project);
        }
    }

    @Test
    void ofASpecWithEverythingAndErrors() throws Exception {
        Path project = Files.createDirectories(folder.resolve("every"));
        try (InputStream in = FormWalkTest.class.getResourceAsStream("every-form.yaml")) {
            Files.write(project.resolve("system.yaml"), in.readAllBytes());
        }
        walk("every form", project);
    }

    private static void walk(String name, Path project) throws Exception {
        try (var open = new OpenProject(project)) {
            for (Section section : Section.values()) {
                open.show(section);
                Ui.fx(
                        () -> {
                            openCards(open.node(".form-pane"));
                            return null;
                        });
                open.settle();
                Ui.pulse();
                String where = name + ", " + section.title();
                List<Node> stops = Ui.fx(() -> stops(open.node(".form-scroll")));
                assertThat(stops).as("inputs of %s", where).isNotEmpty();
                Ui.fx(() -> named(where, stops));
                Ui.fx(() -> inOrder(where, stops));
                Ui.fx(() -> walked(where, stops, false));
                Ui.fx(() -> walked(where, stops.reversed(), true));
            }
        }
    }

    private static void openCards(Node node) {
        if (node instanceof ToggleButton head && head.getStyleClass().contains("item-head")) {
            head.setSelected(true);
        }
        if (node instanceof Parent parent) {
            new ArrayList<>(parent.getChildrenUnmodifiable()).forEach(FormWalkTest::openCards);
        }
    }

    /** Where Tab stops, in the order of the form. */
    private static List<Node> stops(Node node) {
        var found = new ArrayList<Node>();
        collect(node, found);
        return found;
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

    private static Void named(String where, List<Node> stops) {
        for (Node stop : stops) {
            String said = stop.getAccessibleText();
            String name = said == null && stop instanceof Labeled l ? l.getText() : said;
            assertThat(name).as("name of %s in %s", stop, where).isNotBlank();
        }
        return null;
    }

    /** Each is further down than the one before, or in the same row further right. */
    private static Void inOrder(String where, List<Node> stops) {
        for (int i = 1; i < stops.size(); i++) {
            var before = stops.get(i - 1).localToScene(stops.get(i - 1).getLayoutBounds());
            var now = stops.get(i).localToScene(stops.get(i).getLayoutBounds());
            boolean below = now.getMinY() >= before.getMaxY() - 6;
            boolean right = now.getMinX() > before.getMinX();
            assertThat(below || right)
                    .as("%s stands behind %s in %s", stops.get(i), stops.get(i - 1), where)
                    .isTrue();
        }
        return null;
    }

    /** The keys go to whatever has the focus, with all its filters and handlers. */
    private static Void walked(String where, List<Node> stops, boolean back) {
        stops.getFirst().requestFocus();
        for (int i = 0; i < stops.size(); i++) {
            Node owner = stops.get(i).getScene().getFocusOwner();
            assertThat(owner)
                    .as("stop %s of %s%s", i, where, back ? ", backwards" : "")
                    .isSameAs(stops.get(i));
            Event.fireEvent(owner, tab(KeyEvent.KEY_PRESSED, "", back));
            Event.fireEvent(owner, tab(KeyEvent.KEY_TYPED, "\t", back));
        }
        Node after = stops.getFirst().getScene().getFocusOwner();
        assertThat(stops).as("the focus leaves the form of %s", where).doesNotContain(after);
        return null;
    }

    private static KeyEvent tab(
            javafx.event.EventType<KeyEvent> type, String character, boolean back) {
        KeyCode code = type == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : KeyCode.TAB;
        return new KeyEvent(type, character, "", code, back, false, false, false);
    }
}
