package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Uses no mouse: F6 between the parts of the page, Tab between inputs, arrows within them. */
final class KeyboardPerson implements Person {

    private static final int MOST_PARTS = 8;
    private static final int MOST_STOPS = 40;

    private final OpenProject open;
    private final Hands hands = new Hands();

    KeyboardPerson(OpenProject open) {
        this.open = open;
    }

    @Override
    public void section(Section section) {
        Node outline = open.node("#outline");
        Node page = open.node(".page.compose");
        for (int i = 0; i < MOST_STOPS && !Ui.fx(() -> holdsFocus(page)); i++) {
            hands.push(KeyCode.TAB);
        }
        for (int i = 0; i < MOST_PARTS && !Ui.fx(outline::isFocused); i++) {
            key(KeyCode.F6);
        }
        key(KeyCode.HOME);
        for (int i = 0; i < section.ordinal(); i++) {
            key(KeyCode.DOWN);
        }
        key(KeyCode.F6);
        var title = (Label) open.node(".form-title");
        assertThat(Ui.fx(title::getText)).isEqualTo(section.title());
    }

    @Override
    public void write(String id, String text) {
        go(id);
        hands.push(KeyCode.CONTROL, KeyCode.A);
        hands.write(text);
        open.settle();
    }

    @Override
    public void add(String id, String text) {
        go(id);
        hands.write(text);
        key(KeyCode.ENTER);
    }

    @Override
    public void choose(String id, String title) {
        go(id);
        var box = (ComboBox<?>) open.node("#" + id);
        for (int i = 0; i < 20 && !title.equals(Ui.fx(() -> shown(box))); i++) {
            boolean above = Ui.fx(() -> index(box, title) < index(box, shown(box)));
            key(above ? KeyCode.UP : KeyCode.DOWN);
        }
        assertThat(Ui.fx(() -> shown(box))).as("choice of %s", id).isEqualTo(title);
    }

    @SuppressWarnings("unchecked")
    private static int index(ComboBox<?> box, String title) {
        var converter = ((ComboBox<Object>) box).getConverter();
        return box.getItems().stream().map(converter::toString).toList().indexOf(title);
    }

    @SuppressWarnings("unchecked")
    private static String shown(ComboBox<?> box) {
        return ((ComboBox<Object>) box).getConverter().toString(box.getValue());
    }

    @Override
    public void turn(String id) {
        go(id);
        key(KeyCode.SPACE);
    }

    @Override
    public void press(String id) {
        go(id);
        key(KeyCode.SPACE);
    }

    @Override
    public void menu(String id, int index, String words) {
        go(id);
        key(KeyCode.SPACE);
        for (int i = 0; i <= index; i++) {
            key(KeyCode.DOWN);
        }
        key(KeyCode.ENTER);
    }

    /** Tab or Shift+Tab, as often as it takes; where the focus goes is up to the window. */
    private void go(String id) {
        String wanted = "#" + id;
        for (int i = 0; i < 400; i++) {
            Optional<Boolean> back = Ui.fx(() -> way(wanted));
            if (back.isEmpty()) {
                return;
            }
            if (back.get()) {
                hands.push(KeyCode.SHIFT, KeyCode.TAB);
            } else {
                hands.push(KeyCode.TAB);
            }
        }
        throw new AssertionError(
                "Tab does not lead to "
                        + id
                        + " but to "
                        + Ui.fx(() -> open.stage.getScene().getFocusOwner()));
    }

    /** Whether to go back; empty when the focus is there. */
    private Optional<Boolean> way(String wanted) {
        Node target = open.node(wanted);
        assertThat(target).as("input %s", wanted).isNotNull();
        Node owner = open.stage.getScene().getFocusOwner();
        if (owner == target) {
            return Optional.empty();
        }
        List<Node> all = new ArrayList<>();
        collect(open.stage.getScene().getRoot(), all);
        return Optional.of(all.indexOf(owner) > all.indexOf(target));
    }

    private static void collect(Node node, List<Node> all) {
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private boolean holdsFocus(Node part) {
        Node owner = open.stage.getScene().getFocusOwner();
        while (owner != null && owner != part) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private void key(KeyCode code) {
        hands.push(code);
        open.settle();
    }
}
