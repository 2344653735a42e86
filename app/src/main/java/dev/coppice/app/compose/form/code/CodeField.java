package dev.coppice.app.compose.form.code;

import dev.coppice.app.code.Language;
import dev.coppice.app.compose.form.parts.Parts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.function.Consumer;

/** A text with colours in the form, and the way to a larger window for it. */
public final class CodeField extends VBox {

    private final CodeBox box;
    private final Consumer<String> entered;
    private String name;
    private Language language = Language.PLAIN;

    /**
     * @param name what it is, for people
     * @param prompt what an empty one shows
     * @param entered gets what a person typed, with each character
     */
    public CodeField(String name, String prompt, Consumer<String> entered) {
        this.name = name;
        this.entered = entered;
        this.box = new CodeBox(entered);
        box.leaveWithTab();
        var hint = new Label(prompt);
        hint.getStyleClass().add("code-prompt");
        box.prompt(hint);
        Button larger =
                Parts.tool(MaterialDesignA.ARROW_EXPAND, "Open " + name + " larger", this::open);
        larger.setText("Open larger");
        larger.getStyleClass().add("code-larger");
        getStyleClass().add("code-field");
        getChildren().addAll(box, larger);
    }

    /** What takes the focus. */
    public org.fxmisc.richtext.CodeArea control() {
        return box.area();
    }

    /** Shows a text; {@code title} is what the larger window is called. */
    public void show(String text, Language newer, String title) {
        language = newer;
        name = title;
        box.show(text, newer);
    }

    private void open() {
        CodeDialog.ask(getScene().getWindow(), name, box.text(), language)
                .filter(text -> !text.equals(box.text()))
                .ifPresent(
                        text -> {
                            box.show(text, language);
                            entered.accept(text);
                        });
    }
}
