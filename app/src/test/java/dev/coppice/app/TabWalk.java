package dev.coppice.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;

/** Where Tab stops below a node, and what must be true of that; used in the FX thread. */
public record TabWalk(String where, List<Node> stops) {

    /** The stops in the order of the scene. */
    public static TabWalk of(String where, Node root) {
        var found = new ArrayList<Node>();
        collect(root, found);
        return new TabWalk(where, found);
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !isBesideTheChosen(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** Toggles of a group are one stop, at the chosen one; arrows go to the others. */
    private static boolean isBesideTheChosen(Node node) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null
                && !toggle.isSelected();
    }

    /** Each stop says its name to screen readers. */
    public TabWalk assertNamed() {
        for (Node stop : stops) {
            String said = stop.getAccessibleText();
            String name = said == null && stop instanceof Labeled l ? l.getText() : said;
            assertThat(name).as("name of %s in %s", stop, where).isNotBlank();
        }
        return this;
    }

    /**
     * Each is further down than the one before, or further right in the same row or in another
     * column, and none stands above the first.
     */
    public TabWalk assertInOrder() {
        for (int i = 1; i < stops.size(); i++) {
            Bounds before = place(stops.get(i - 1));
            Bounds now = place(stops.get(i));
            boolean below = now.getMinY() >= before.getMaxY() - 6;
            boolean right = now.getMinX() > before.getMinX();
            assertThat(below || right)
                    .as("%s stands behind %s in %s", stops.get(i), stops.get(i - 1), where)
                    .isTrue();
            assertThat(now.getMaxY())
                    .as("%s stands behind %s in %s", stops.get(i), stops.getFirst(), where)
                    .isGreaterThan(place(stops.getFirst()).getMinY());
        }
        return this;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /**
     * Tab goes from the first stop to the last, and Shift+Tab back. The keys go to whatever has the
     * focus, with all its filters and handlers.
     */
    public TabWalk assertWalked() {
        walk(stops, false);
        walk(stops.reversed(), true);
        return this;
    }

    /** The last Tab and the last Shift+Tab lead out of here. */
    public TabWalk assertLeft() {
        for (boolean back : List.of(false, true)) {
            Node end = back ? stops.getFirst() : stops.getLast();
            end.requestFocus();
            press(end, back);
            assertThat(stops)
                    .as("the focus leaves %s", where)
                    .doesNotContain(end.getScene().getFocusOwner());
        }
        return this;
    }

    private void walk(List<Node> way, boolean back) {
        if (way.isEmpty()) {
            return;
        }
        way.getFirst().requestFocus();
        for (Node stop : way) {
            Node owner = stop.getScene().getFocusOwner();
            assertThat(owner).as("stop of %s%s", where, back ? ", backwards" : "").isSameAs(stop);
            if (!keepsTab(owner)) {
                press(owner, back);
            } else if (stop != way.getLast()) {
                way.get(way.indexOf(stop) + 1).requestFocus();
            }
        }
    }

    /** The machine's screen and the text: Tab goes into them, other keys lead out. */
    private static boolean keepsTab(Node node) {
        return node.getStyleClass().contains("machine-screen") || "spec-text".equals(node.getId());
    }

    private static void press(Node owner, boolean back) {
        Event.fireEvent(owner, tab(KeyEvent.KEY_PRESSED, "", back));
        Event.fireEvent(owner, tab(KeyEvent.KEY_TYPED, "\t", back));
    }

    private static KeyEvent tab(EventType<KeyEvent> type, String character, boolean back) {
        KeyCode code = type == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : KeyCode.TAB;
        return new KeyEvent(type, character, "", code, back, false, false, false);
    }
}
