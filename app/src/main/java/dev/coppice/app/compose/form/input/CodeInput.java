package dev.coppice.app.compose.form.input;

import dev.coppice.app.code.Language;
import dev.coppice.app.compose.form.code.CodeField;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;

/** A text of several lines: a unit, a script, a configuration file. */
final class CodeInput implements Input {

    private final Site site;
    private final CodeField field;

    CodeInput(Site site) {
        this.site = site;
        this.field =
                new CodeField(
                        site.field().title(),
                        Values.prompt(site.field()),
                        text -> site.entered().accept(new YamlValue.Text(text)));
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public Node control() {
        return field.control();
    }

    @Override
    public void show(boolean present, String text) {
        String name = site.beside("path").or(() -> site.beside("name")).orElse("");
        String title = name.isBlank() ? site.field().title() : name;
        field.show(text, Language.of(name, text), title);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }
}
