package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.input.Units.Amount;
import dev.coppice.app.compose.form.input.Units.Unit;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import java.util.Optional;

/** A duration or a size: a number, and its unit beside it. What is neither is shown as it is. */
final class UnitInput implements Input {

    private final TextField number = new TextField();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final HBox box = new HBox(number, unit);
    private final BooleanBinding focused = number.focusedProperty().or(unit.focusedProperty());
    private final Units units;
    private final Site site;
    private boolean showing;

    UnitInput(Site site, Shape shape) {
        this.site = site;
        this.units = Units.of(shape);
        Optional<Amount> usual = units.read(Values.prompt(site.field()));
        number.setPromptText(usual.map(Amount::number).orElse(Values.prompt(site.field())));
        HBox.setHgrow(number, Priority.ALWAYS);
        unit.getItems().setAll(units.units());
        unit.setValue(usual.map(Amount::unit).orElse(units.units().getFirst()));
        unit.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Unit each) {
                        return each == null ? "" : each.title();
                    }

                    @Override
                    public Unit fromString(String title) {
                        throw new UnsupportedOperationException(title);
                    }
                });
        unit.setAccessibleText("Unit of " + site.field().title());
        unit.getStyleClass().add("unit");
        box.getStyleClass().add("input-line");
        number.textProperty().addListener(o -> entered());
        unit.valueProperty().addListener(o -> entered());
        number.focusedProperty().addListener((o, before, now) -> tidy(now));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node control() {
        return number;
    }

    @Override
    public ObservableBooleanValue focused() {
        return focused;
    }

    @Override
    public void show(boolean present, String text) {
        if (text.equals(text())) {
            return;
        }
        showing = true;
        Optional<Amount> amount = units.read(text);
        amount.ifPresent(a -> unit.setValue(a.unit()));
        String shown = amount.map(Amount::number).orElse(text);
        if (!shown.equals(number.getText())) {
            int caret = number.getCaretPosition();
            number.setText(shown);
            number.positionCaret(Math.min(caret, shown.length()));
        }
        showing = false;
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    /** Digits take the unit beside them; what has letters of its own is taken as it is. */
    private String text() {
        String typed = number.getText().strip();
        return typed.matches("[0-9]+") && unit.getValue() != null
                ? typed + unit.getValue().letters()
                : typed;
    }

    private void entered() {
        if (!showing && !(number.getText().isEmpty() && unit.isFocused())) {
            site.entered().accept(new YamlValue.Text(text()));
        }
    }

    /** A unit that was typed behind the number moves to its own place. */
    private void tidy(boolean focused) {
        if (!focused) {
            units.read(number.getText())
                    .ifPresent(
                            amount -> {
                                showing = true;
                                unit.setValue(amount.unit());
                                number.setText(amount.number());
                                showing = false;
                            });
        }
    }
}
