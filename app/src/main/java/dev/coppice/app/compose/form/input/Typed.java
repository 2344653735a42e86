package dev.coppice.app.compose.form.input;

import javafx.scene.control.TextInputControl;

import java.util.function.Consumer;

/** Keeps a text control and the document in step, without moving a person's cursor. */
final class Typed {

    private final TextInputControl control;
    private boolean showing;

    /**
     * @param entered gets what a person typed, with each character
     */
    Typed(TextInputControl control, Consumer<String> entered) {
        this.control = control;
        control.textProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing) {
                                entered.accept(now);
                            }
                        });
    }

    void show(String text) {
        if (!text.equals(control.getText())) {
            showing = true;
            int caret = control.getCaretPosition();
            control.setText(text);
            control.positionCaret(Math.min(caret, text.length()));
            showing = false;
        }
    }
}
