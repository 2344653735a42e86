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
                            if (!showing) {
                                control.setText(words(now));
                                site.entered().accept(new YamlValue.Bool(now));
                            }
                        });
        control.setText("No");
    }

    /** A text that is neither stays as it is until a person decides. */
    private void show(String text) {
        boolean yes = text.equalsIgnoreCase("true");
        boolean neither = !yes && !text.equalsIgnoreCase("false");
        control.setSelected(yes);
        control.setIndeterminate(neither);
        control.setText(neither ? "“" + text + "”" : words(yes));
    }

    private static String words(boolean on) {
        return on ? "Yes" : "No";
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        showing = true;
        show(present && !text.isEmpty() ? text : Boolean.toString(unsaid));
        showing = false;
    }

    @Override
    public boolean clearsItself() {
        return false;
    }
}
