package dev.coppice.app.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons as the pages use them, each with an accessible name. */
public final class Buttons {

    private Buttons() {}

    /** The one thing that a page is about. */
    public static Button primary(String text, Ikon icon, Runnable action) {
        var button = plain(text, icon, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /** An ordinary action. */
    public static Button plain(String text, Ikon icon, Runnable action) {
        var button = new Button(text, new FontIcon(icon));
        button.setOnAction(e -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /** An action that destroys something. */
    public static Button danger(String text, Ikon icon, Runnable action) {
        var button = plain(text, icon, action);
        button.getStyleClass().addAll("danger", "button-outlined");
        return button;
    }

    /** An icon alone, with its words in a tooltip. */
    public static Button icon(Ikon icon, String words, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setOnAction(e -> action.run());
        return iconic(button, words);
    }

    /** A switch that shows an icon alone. */
    public static ToggleButton toggle(Ikon icon, String words) {
        return iconic(new ToggleButton(null, new FontIcon(icon)), words);
    }

    private static <B extends ButtonBase> B iconic(B button, String words) {
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }
}
