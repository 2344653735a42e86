package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Severity;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.Locale;

/** What stands left of one line. */
final class GutterLine extends HBox {

    private final Sign sign;

    /**
     * What it shows besides the number.
     *
     * @param severity the worst finding that begins on the line; null when there is none
     */
    record Sign(Severity severity) {}

    /**
     * @param line from 0
     * @param digits how many the highest number has
     */
    GutterLine(int line, int digits, Sign sign) {
        this.sign = sign;
        var number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        number.setMinWidth(digits * 8.0 + 4);
        number.setAlignment(Pos.CENTER_RIGHT);
        var mark = new Label();
        mark.getStyleClass().add("line-sign");
        if (sign.severity() != null) {
            var icon =
                    new FontIcon(
                            switch (sign.severity()) {
                                case ERROR -> MaterialDesignA.ALERT_CIRCLE;
                                case WARNING -> MaterialDesignA.ALERT;
                                case INFO -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                            });
            icon.getStyleClass().add("severity-" + sign.severity().name().toLowerCase(Locale.ROOT));
            mark.setGraphic(icon);
        }
        getStyleClass().add("gutter");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(mark, number);
    }

    /** What it was made for. */
    Sign sign() {
        return sign;
    }
}
