package dev.coppice.app.shell;

import dev.coppice.app.theme.Badge.Tone;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/** News across the window that wait for an answer. */
final class Banner extends HBox {

    Banner(Tone tone, Ikon icon, String text) {
        getStyleClass().add("banner");
        pseudoClassStateChanged(
                PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)), true);
        var words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), words);
        setAccessibleText(text);
    }

    /** Adds an answer; each answer takes the banner away. */
    Banner answer(String label, Runnable action) {
        var button = new Button(label);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(
                e -> {
                    dismiss();
                    action.run();
                });
        getChildren().add(button);
        return this;
    }

    /** Adds something to look at before an answer; the banner stays. */
    Banner look(String label, Runnable action) {
        var button = new Button(label);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        getChildren().add(button);
        return this;
    }

    /** Takes it away. */
    void dismiss() {
        if (getParent() instanceof Pane parent) {
            parent.getChildren().remove(this);
        }
    }
}
