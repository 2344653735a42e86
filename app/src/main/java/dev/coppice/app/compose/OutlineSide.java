package dev.coppice.app.compose;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The left side of the page: a way to search everything, and the outline below. */
final class OutlineSide extends VBox {

    OutlineSide(OutlinePane outline, Runnable search) {
        getStyleClass().add("outline-side");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label("Ctrl+K");
        keys.getStyleClass().add("outline-search-keys");
        var words =
                new HBox(8, new FontIcon(MaterialDesignM.MAGNIFY), new Label("Search"), gap, keys);
        words.getStyleClass().add("outline-search-words");
        var button = new Button(null, words);
        button.setId("search-everything");
        button.getStyleClass().add("outline-search");
        button.setAccessibleText("Search everything");
        button.setTooltip(new Tooltip("Find a setting by any name, or a value (Ctrl+K)"));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> search.run());
        setMargin(button, new Insets(12, 10, 0, 10));
        setVgrow(outline, Priority.ALWAYS);
        getChildren().addAll(button, outline);
    }
}
