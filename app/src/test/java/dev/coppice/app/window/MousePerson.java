package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

import org.fxmisc.richtext.CodeArea;

import java.util.function.Predicate;

/**
 * Gives every command by mouse: clicks and the wheel. Only the letters of texts come from the
 * keyboard, into an input that a click chose.
 */
final class MousePerson implements Person {

    private final OpenProject open;
    private final Hands hands = new Hands();

    MousePerson(OpenProject open) {
        this.open = open;
    }

    @Override
    public void section(Section section) {
        hands.clickOn(
                () ->
                        Ui.all(open.node("#outline")).stream()
                                .filter(n -> n instanceof Label label && says(label, section))
                                .findFirst()
                                .orElseThrow());
        open.settle();
    }

    private static boolean says(Label label, Section section) {
        return section.title().equals(label.getText());
    }

    @Override
    public void write(String id, String text) {
        Node input = click(id);
        for (int i = 0; i < 2 && Ui.fx(() -> !isEmpty(input)); i++) {
            hands.clickOn(() -> input, 3);
        }
        hands.write(text);
        open.settle();
        dismiss();
    }

    /** A click beside it closes a list of suggestions. */
    private void dismiss() {
        hands.clickOn(() -> open.node(".form-title"));
        open.settle();
    }

    private static boolean isEmpty(Node input) {
        return switch (input) {
            case TextInputControl control -> control.getText().isEmpty();
            case CodeArea area -> area.getLength() == 0;
            default -> true;
        };
    }

    @Override
    public void add(String id, String text) {
        click(id);
        boolean button = Ui.fx(() -> open.node("#" + id + "-button") != null);
        hands.write(button ? text : text + ",");
        open.settle();
        dismiss();
        if (button) {
            click(id + "-button");
        }
    }

    @Override
    public void choose(String id, String title) {
        click(id);
        pick(n -> n instanceof ListCell<?> cell && title.equals(cell.getText()));
    }

    @Override
    public void turn(String id) {
        click(id);
    }

    @Override
    public void press(String id) {
        click(id);
    }

    @Override
    public void menu(String id, int index, String words) {
        click(id);
        pick(n -> n instanceof Label label && words.equals(label.getText()));
    }

    /** Clicks on what is in the list that has opened over the window. */
    private void pick(Predicate<Node> wanted) {
        hands.clickOn(
                () ->
                        Ui.find(wanted.and(n -> n.getScene() != open.stage.getScene()))
                                .orElseThrow());
        open.settle();
    }

    /** Turns the wheel until the node is seen, then clicks on it. */
    private Node click(String id) {
        ScrollPane scroll = (ScrollPane) open.node(".form-scroll");
        Node node = open.node("#" + id);
        assertThat(node).as("input %s", id).isNotNull();
        for (int i = 0; i < 200; i++) {
            double off = Ui.fx(() -> off(scroll, node));
            if (off == 0) {
                hands.clickOn(node);
                open.settle();
                return node;
            }
            Point2D free = Ui.fx(() -> scroll.localToScreen(8, 40));
            hands.moveTo(free);
            hands.scroll(off > 0 ? 1 : -1);
            open.settle();
        }
        throw new AssertionError("the wheel does not lead to " + id);
    }

    /** How far a node's middle is below (or, negative, above) what is seen of the form. */
    private static double off(ScrollPane scroll, Node node) {
        Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
        Bounds place = node.localToScene(node.getLayoutBounds());
        double middle = place.getCenterY();
        if (middle > seen.getMaxY() - 20) {
            return middle - seen.getMaxY() + 20;
        }
        return middle < seen.getMinY() + 10 ? middle - seen.getMinY() - 10 : 0;
    }
}
