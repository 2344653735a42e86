package dev.coppice.app.compose.form;

import dev.coppice.model.schema.Field;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line above an input: what it is, whether it is needed, and the way back to the default. */
final class FieldHead extends HBox {

    private final Hyperlink reset = new Hyperlink("Use default");

    FieldHead(Field field, Node labelFor, Runnable toDefault) {
        getStyleClass().add("field-head");
        var label = new Label(field.title());
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(labelFor);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        reset.getStyleClass().add("field-reset");
        reset.setOnAction(e -> toDefault.run());
        reset.setAccessibleText("Use the default for " + field.title());
        showReset(false);
        getChildren().add(label);
        if (field.required()) {
            var needed = new Label("required");
            needed.getStyleClass().add("field-required");
            getChildren().add(needed);
        }
        getChildren().addAll(gap, reset);
    }

    /** Gives the way back another name than that of the default. */
    void resetSays(String words) {
        reset.setText(words);
        reset.setAccessibleText(words);
    }

    /** Offers the way back to the default, or not. */
    void showReset(boolean on) {
        reset.setVisible(on);
        reset.setManaged(on);
    }
}
