package dev.coppice.app.compose.form.input;

import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** On or off: a check box that looks like a switch, so that keys and screen readers know it. */
final class SwitchInput implements Input {

    private final CheckBox control = new CheckBox();
    private final boolean unsaid;
    private boolean showing;

    SwitchInput(Site site) {
        unsaid =
                site.field()
                        .defaultValue()
                        .filter(v -> v.equals(new YamlValue.Bool(true)))
                        .isPresent();
        control.getStyleClass().add("switch");
        control.selectedProperty()
                .addListener(
                        (o, before, now) -> {
                            control.setText(now ? "Yes" : "No");
                            if (!showing) {
                                site.entered().accept(new YamlValue.Bool(now));
                            }
                        });
        control.setText("No");
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        showing = true;
        control.setSelected(present && !text.isEmpty() ? text.equalsIgnoreCase("true") : unsaid);
        showing = false;
    }

    @Override
    public boolean clearsItself() {
        return false;
    }
}
