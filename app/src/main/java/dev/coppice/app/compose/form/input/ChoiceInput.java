package dev.coppice.app.compose.form.input;

import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of a few. */
final class ChoiceInput implements Input {

    private final ComboBox<Option> control = new ComboBox<>();
    private boolean showing;

    ChoiceInput(Site site, FieldType.Choice choice) {
        control.getItems().setAll(choice.options());
        control.setMaxWidth(Double.MAX_VALUE);
        String prompt = Values.prompt(site.field());
        control.setPromptText(
                choice.options().stream()
                        .filter(option -> option.value().equals(prompt))
                        .map(Option::title)
                        .findFirst()
                        .orElse(prompt));
        control.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Option option) {
                        return option == null ? "" : option.title();
                    }

                    @Override
                    public Option fromString(String title) {
                        throw new UnsupportedOperationException(title);
                    }
                });
        control.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing && now != null) {
                                site.entered().accept(new YamlValue.Text(now.value()));
                            }
                        });
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        showing = true;
        control.setValue(
                !present
                        ? null
                        : control.getItems().stream()
                                .filter(option -> option.value().equals(text))
                                .findFirst()
                                .orElse(new Option(text, text)));
        showing = false;
    }

    @Override
    public boolean clearsItself() {
        return false;
    }
}
