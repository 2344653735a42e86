package dev.coppice.app.compose.form;

import atlantafx.base.controls.ToggleSwitch;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.FieldType.Option;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

import java.util.function.Consumer;

/** An input for one value. */
interface Input {

    /** What takes the focus. */
    Node control();

    /** Shows what the document says; a person's cursor is left where it is. */
    void show(boolean present, String text);

    /** Whether emptying it is the way back to the default. */
    boolean clearsItself();

    /** The input for a field's type. */
    static Input of(Field field, Consumer<YamlValue> entered) {
        return switch (field.type()) {
            case FieldType.Bool bool -> new Switch(field, entered);
            case FieldType.Choice choice -> new Choices(field, choice, entered);
            case FieldType.Int number -> new Line(field, text -> entered.accept(number(text)));
            case FieldType.Text text when text.multiline() ->
                    new Lines(field, words -> entered.accept(new YamlValue.Text(words)));
            case FieldType.Text text -> {
                var line = new Line(field, words -> entered.accept(new YamlValue.Text(words)));
                Suggestions.offer(line.control(), text.suggestions());
                yield line;
            }
            case FieldType.Raw r -> throw new IllegalArgumentException(field.path());
            case FieldType.ListOf l -> throw new IllegalArgumentException(field.path());
            case FieldType.MapOf m -> throw new IllegalArgumentException(field.path());
            case FieldType.Mapping m -> throw new IllegalArgumentException(field.path());
            case FieldType.Union u -> throw new IllegalArgumentException(field.path());
        };
    }

    /** What was typed as a number; as it is when it is none, so that it can be seen and mended. */
    static YamlValue number(String text) {
        try {
            return new YamlValue.Int(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return new YamlValue.Text(text);
        }
    }

    /** What an empty input shows. */
    static String prompt(Field field) {
        return field.defaultValue().isPresent() && !FieldHead.without(field).isEmpty()
                ? FieldHead.without(field)
                : field.text().placeholder();
    }

    /** One line or more of text. */
    abstract class Typed implements Input {

        private final TextInputControl control;
        private boolean showing;

        Typed(TextInputControl control, Field field, Consumer<String> entered) {
            this.control = control;
            control.setPromptText(prompt(field));
            control.textProperty()
                    .addListener(
                            (o, before, now) -> {
                                if (!showing) {
                                    entered.accept(now);
                                }
                            });
        }

        @Override
        public void show(boolean present, String text) {
            if (!text.equals(control.getText())) {
                showing = true;
                int caret = control.getCaretPosition();
                control.setText(text);
                control.positionCaret(Math.min(caret, text.length()));
                showing = false;
            }
        }

        @Override
        public boolean clearsItself() {
            return true;
        }
    }

    /** One line. */
    final class Line extends Typed {

        private final TextField control;

        Line(Field field, Consumer<String> entered) {
            this(new TextField(), field, entered);
        }

        private Line(TextField control, Field field, Consumer<String> entered) {
            super(control, field, entered);
            this.control = control;
        }

        @Override
        public TextField control() {
            return control;
        }
    }

    /** Several lines. */
    final class Lines extends Typed {

        private final TextArea control;

        Lines(Field field, Consumer<String> entered) {
            this(new TextArea(), field, entered);
        }

        private Lines(TextArea control, Field field, Consumer<String> entered) {
            super(control, field, entered);
            this.control = control;
            control.getStyleClass().add("mono");
            control.setPrefRowCount(3);
            control.textProperty().addListener((o, before, now) -> fit(now));
            control.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveWithTab);
        }

        @Override
        public TextArea control() {
            return control;
        }

        private void fit(String text) {
            int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
            control.setPrefRowCount(Math.clamp(lines, 2, 12));
        }

        /** In a form Tab goes on to the next input. */
        private void leaveWithTab(KeyEvent event) {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                control.fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.TAB,
                                event.isShiftDown(),
                                true,
                                false,
                                false));
                event.consume();
            }
        }
    }

    /** On or off. */
    final class Switch implements Input {

        private final ToggleSwitch control = new ToggleSwitch();
        private final boolean unsaid;
        private boolean showing;

        Switch(Field field, Consumer<YamlValue> entered) {
            unsaid =
                    field.defaultValue()
                            .filter(v -> v.equals(new YamlValue.Bool(true)))
                            .isPresent();
            control.selectedProperty()
                    .addListener(
                            (o, before, now) -> {
                                control.setText(now ? "Yes" : "No");
                                if (!showing) {
                                    entered.accept(new YamlValue.Bool(now));
                                }
                            });
            control.setText("No");
        }

        @Override
        public Node control() {
            return control;
        }

        @Override
        public void show(boolean present, String text) {
            showing = true;
            control.setSelected(
                    present && !text.isEmpty() ? text.equalsIgnoreCase("true") : unsaid);
            showing = false;
        }

        @Override
        public boolean clearsItself() {
            return false;
        }
    }

    /** One of a few. */
    final class Choices implements Input {

        private final ComboBox<Option> control = new ComboBox<>();
        private boolean showing;

        Choices(Field field, FieldType.Choice choice, Consumer<YamlValue> entered) {
            control.getItems().setAll(choice.options());
            control.setMaxWidth(Double.MAX_VALUE);
            String prompt = prompt(field);
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
                                    entered.accept(new YamlValue.Text(now.value()));
                                }
                            });
        }

        @Override
        public Node control() {
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
}
