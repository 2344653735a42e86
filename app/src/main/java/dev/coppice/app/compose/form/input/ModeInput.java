package dev.coppice.app.compose.form.input;

import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** Permission bits: octal digits, and a box for each right of owner, group and others. */
final class ModeInput implements Input {

    private static final List<String> WHO = List.of("Owner", "Group", "Others");
    private static final List<String> RIGHTS = List.of("read", "write", "run");
    private static final int BITS = 9;

    private final TextField octal = new TextField();
    private final CheckBox[] boxes = new CheckBox[BITS];
    private final VBox node;
    private final Typed typed;
    private final Site site;
    private boolean showing;

    ModeInput(Site site) {
        this.site = site;
        octal.setPromptText(Values.prompt(site.field()));
        octal.getStyleClass().add("mono");
        octal.setPrefColumnCount(6);
        octal.setMaxWidth(120);
        typed =
                new Typed(
                        octal,
                        text -> {
                            site.entered().accept(new YamlValue.Text(text));
                            tick(text);
                        });
        node = new VBox(octal, grid());
        node.getStyleClass().add("mode-input");
        tick("");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node control() {
        return octal;
    }

    @Override
    public ObservableBooleanValue focused() {
        return node.focusWithinProperty();
    }

    @Override
    public void show(boolean present, String text) {
        typed.show(text);
        tick(text);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("mode-grid");
        for (int who = 0; who < WHO.size(); who++) {
            var label = new Label(WHO.get(who));
            label.getStyleClass().add("field-help");
            grid.add(label, 0, who);
            for (int right = 0; right < RIGHTS.size(); right++) {
                var box = new CheckBox(RIGHTS.get(right));
                box.setAccessibleText(WHO.get(who) + " may " + RIGHTS.get(right));
                box.selectedProperty().addListener(o -> ticked());
                boxes[who * RIGHTS.size() + right] = box;
                grid.add(box, right + 1, who);
            }
        }
        return grid;
    }

    /** The boxes follow the digits; without digits they show what holds then. */
    private void tick(String text) {
        String mode = text.isEmpty() ? Values.without(site.field()) : text;
        int bits = Shape.MODE.matches(mode) ? Integer.parseInt(mode, 8) : 0;
        showing = true;
        for (int i = 0; i < BITS; i++) {
            boxes[i].setSelected((bits >> BITS - 1 - i & 1) == 1);
        }
        showing = false;
    }

    /** The digits follow the boxes; a fourth digit in front stays. */
    private void ticked() {
        if (showing) {
            return;
        }
        int bits = 0;
        for (CheckBox box : boxes) {
            bits = bits << 1 | (box.isSelected() ? 1 : 0);
        }
        String now = octal.getText();
        String special = Shape.MODE.matches(now) && now.length() == 4 ? now.substring(0, 1) : "0";
        String text = special + String.format("%03o", bits);
        typed.show(text);
        site.entered().accept(new YamlValue.Text(text));
    }
}
