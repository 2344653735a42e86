package dev.coppice.app.compose.form;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.TextFields;

import java.util.List;
import java.util.Locale;

/** Good values, offered while a person types; the Down key shows all. */
final class Suggestions {

    private final List<String> values;
    private volatile boolean all;

    private Suggestions(List<String> values) {
        this.values = values;
    }

    static void offer(TextField field, List<String> values) {
        if (!values.isEmpty()) {
            new Suggestions(values).follow(field);
        }
    }

    private void follow(TextField field) {
        var binding =
                TextFields.<String>bindAutoCompletion(
                        field, request -> matching(request.getUserText()));
        binding.setDelay(80);
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    all = e.getCode() == KeyCode.DOWN;
                    if (all) {
                        binding.setUserInput(field.getText());
                    }
                });
    }

    /** An empty input asks for nothing unless a person does. */
    private List<String> matching(String typed) {
        if (typed.isEmpty() && !all) {
            return List.of();
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> all || value.toLowerCase(Locale.ROOT).contains(lower))
                .filter(value -> !value.equals(typed))
                .toList();
    }
}
