package dev.coppice.app.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a place shows while it has nothing to show: what belongs here, and how to get it. */
public final class EmptyState extends VBox {

    /**
     * @param title what is missing, in a few words
     * @param text what to do about it
     * @param actions buttons that do it, possibly none
     */
    public EmptyState(Ikon icon, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var head = new Label(title);
        head.getStyleClass().add("empty-title");
        var body = new Label(text);
        body.getStyleClass().add("empty-text");
        body.setWrapText(true);
        body.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(new FontIcon(icon), head, body);
        if (actions.length > 0) {
            var row = new HBox(actions);
            row.getStyleClass().add("empty-actions");
            row.setAlignment(Pos.CENTER);
            getChildren().add(row);
        }
    }
}
