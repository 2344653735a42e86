package dev.coppice.app.compose.form.parts;

import atlantafx.base.theme.Styles;

import dev.coppice.app.compose.Prose;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that several views of the form use. */
public final class Parts {

    private Parts() {}

    /** A button with icon and words. */
    public static Button button(String text, Ikon icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("form-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        button.setAccessibleText(text);
        return button;
    }

    /** A small button that is an icon only; its words are shown on hover and read aloud. */
    public static Button tool(Ikon icon, String words, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "form-tool");
        button.setOnAction(e -> action.run());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    /** A sentence or two in small grey letters; not there when there is nothing to say. */
    public static Label help(String text) {
        var label = new Label(Prose.of(text));
        label.getStyleClass().add("field-help");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        show(label, !text.isBlank());
        return label;
    }

    /** Shows a node, or takes it away with its place. */
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
