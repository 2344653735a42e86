package dev.coppice.app.compose.form;

import atlantafx.base.theme.Styles;

import dev.coppice.app.compose.Prose;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that several views of the form use. */
final class Parts {

    private Parts() {}

    static Button button(String text, Ikon icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("form-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        button.setAccessibleText(text);
        return button;
    }

    static Button tool(Ikon icon, String words, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "form-tool");
        button.setOnAction(e -> action.run());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    static Label help(String text) {
        var label = new Label(Prose.of(text));
        label.getStyleClass().add("field-help");
        label.setWrapText(true);
        show(label, !text.isBlank());
        return label;
    }

    static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
