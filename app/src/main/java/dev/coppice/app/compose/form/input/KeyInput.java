package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.yaml.YamlValue;
import dev.coppice.runner.host.PublicKey;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A public SSH key: its line, and below it whose it is. */
final class KeyInput implements Input {

    private final TextField control = new TextField();
    private final Label about = new Label();
    private final VBox node = new VBox(control, about);
    private final Typed typed;

    KeyInput(Site site) {
        control.setPromptText(Values.prompt(site.field()));
        control.getStyleClass().add("mono");
        typed =
                new Typed(
                        control,
                        text -> {
                            site.entered().accept(new YamlValue.Text(text));
                            describe(text);
                        });
        about.getStyleClass().add("field-help");
        node.getStyleClass().add("stacked-input");
        describe("");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node control() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        typed.show(text);
        describe(text);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    private void describe(String text) {
        String words =
                PublicKey.parse(text)
                        .map(
                                key ->
                                        (key.comment().isEmpty() ? "" : key.comment() + " · ")
                                                + key.fingerprint())
                        .orElse("");
        about.setText(words);
        Parts.show(about, !words.isEmpty());
    }
}
