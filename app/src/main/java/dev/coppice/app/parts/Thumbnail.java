package dev.coppice.app.parts;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.nio.file.Path;
import java.util.Optional;

/** A picture of a machine's screen in a frame; an icon where there is none. */
public final class Thumbnail extends StackPane {

    /**
     * @param picture a PNG, loaded in the background
     * @param width of the frame in pixels
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
                    // Twice the size: pictures of text shrink badly in one step.
                    var image =
                            new Image(
                                    file.toUri().toString(),
                                    width * 2,
                                    height * 2,
                                    true,
                                    true,
                                    true);
                    var view = new ImageView(image);
                    view.setFitWidth(width - 2);
                    view.setFitHeight(height - 2);
                    view.setPreserveRatio(true);
                    view.setSmooth(true);
                    nothing.visibleProperty().bind(image.errorProperty());
                    getChildren().add(view);
                });
    }
}
