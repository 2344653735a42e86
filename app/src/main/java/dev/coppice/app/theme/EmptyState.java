package dev.coppice.app.theme;

import dev.coppice.icons.Artwork;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/** What a place shows while it has nothing to show: what belongs here, and how to get it. */
public final class EmptyState extends VBox {

    private static final double PICTURE_WIDTH = 260;

    /**
     * With an icon, for small places and for faults.
     *
     * @param title what is missing, in a few words
     * @param text what to do about it
     * @param actions buttons that do it, possibly none
     */
    public EmptyState(Ikon icon, String title, String text, Node... actions) {
        this(new FontIcon(icon), title, text, actions);
    }

    /** With a picture, for whole pages. */
    public EmptyState(Artwork picture, String title, String text, Node... actions) {
        this(view(picture), title, text, actions);
    }

    private EmptyState(Node picture, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var head = new Label(title);
        head.getStyleClass().add("empty-title");
        var body = new Label(text);
        body.getStyleClass().add("empty-text");
        body.setWrapText(true);
        body.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(picture, head, body);
        if (actions.length > 0) {
            var row = new HBox(actions);
            row.getStyleClass().add("empty-actions");
            row.setAlignment(Pos.CENTER);
            getChildren().add(row);
        }
    }

    /** The style sheets name the file, since light and dark pages want another one. */
    private static ImageView view(Artwork picture) {
        var view = new ImageView();
        view.getStyleClass()
                .add("art-" + picture.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        view.setFitWidth(PICTURE_WIDTH);
        view.setPreserveRatio(true);
        return view;
    }
}
