package dev.coppice.app.parts;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.nio.file.Path;
import java.util.Optional;

/** A picture of a machine's screen in a frame; an icon where there is none. */
public final class Thumbnail extends StackPane {

    private static final double SMALL = 300;

    /** The part of the screen, from its upper left corner, that a small picture shows. */
    private static final double PART = 0.5;

    /**
     * @param picture a PNG, loaded in the background
     * @param width of the frame in pixels; a small one shows the upper left part of the screen,
     *     where the text is
     * @param height of the frame in pixels
     */
    public Thumbnail(Optional<Path> picture, double width, double height) {
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        var nothing = new FontIcon(MaterialDesignM.MONITOR_OFF);
        getChildren().add(nothing);
        setAccessibleText(picture.isPresent() ? "Screen after boot" : "No picture");
        picture.ifPresent(
                file -> {
                    boolean small = width < SMALL;
                    double zoom = small ? 2 / PART : 2;
                    var image =
                            new Image(
                                    file.toUri().toString(),
                                    width * zoom,
                                    height * zoom,
                                    true,
                                    true,
                                    true);
                    getChildren().add(view(image, small, width - 4, height - 4));
                    nothing.visibleProperty().bind(image.errorProperty());
                });
    }

    private static ImageView view(Image image, boolean small, double width, double height) {
        var view = new ImageView(image);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        if (small) {
            image.widthProperty()
                    .subscribe(
                            () ->
                                    view.setViewport(
                                            new Rectangle2D(
                                                    0,
                                                    0,
                                                    image.getWidth() * PART,
                                                    image.getHeight() * PART)));
        }
        return view;
    }
}
