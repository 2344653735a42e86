package dev.coppice.app.compose.form;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.TextFields;

import java.util.List;
import java.util.Locale;

/** Good values, offered while a person types; the Down key shows all. */
final class Suggestions {

    private Suggestions() {}

    static void offer(TextField field, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        var binding =
                TextFields.<String>bindAutoCompletion(
                        field,
                        request -> {
                            String typed = request.getUserText().toLowerCase(Locale.ROOT);
                            return values.stream()
                                    .filter(value -> value.toLowerCase(Locale.ROOT).contains(typed))
                                    .filter(value -> !value.equals(request.getUserText()))
                                    .toList();
                        });
        binding.setDelay(80);
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.DOWN) {
                        binding.setUserInput(field.getText());
                    }
                });
    }
}
