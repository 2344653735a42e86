package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.input.OfferPopup;
import dev.coppice.app.compose.form.input.Offers;
import dev.coppice.app.compose.form.parts.Parts;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.function.Predicate;

/** A line to type a new item into: Enter adds it, and the line is ready for the next. */
final class AddLine extends HBox {

    private final TextField field = new TextField();
    private final Predicate<String> add;

    /**
     * @param add adds what was typed; whether it could
     */
    AddLine(String words, String id, Offers offers, Predicate<String> add) {
        this.add = add;
        getStyleClass().add("add-line");
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        field.setAccessibleHelp("Type and press Enter");
        if (offers.some()) {
            new OfferPopup(field, offers, this::add);
        }
        field.setOnAction(e -> add());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button button = Parts.button("Add", MaterialDesignP.PLUS, this::add);
        button.setId(id + "-button");
        button.setAccessibleText(words);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        getChildren().addAll(field, button);
    }

    void focus() {
        field.requestFocus();
    }

    private void add() {
        String typed = field.getText().strip();
        if (!typed.isEmpty() && add.test(typed)) {
            field.clear();
            field.requestFocus();
        }
    }
}
