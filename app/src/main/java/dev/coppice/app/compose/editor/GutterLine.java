package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.Folding.Fold;
import dev.coppice.model.diag.Severity;

import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.Locale;
import java.util.function.IntConsumer;

/** What stands left of one line: a mark of a finding or of its fix, the number, a fold arrow. */
final class GutterLine extends HBox {

    private final Sign sign;

    /**
     * What it shows besides the number.
     *
     * @param severity the worst finding that begins on the line; null when there is none
     * @param mendable whether one of the findings has a fix
     */
    record Sign(Severity severity, boolean mendable, Fold fold) {}

    /** What a click does; both get the line, from 0. */
    record Clicks(IntConsumer mark, IntConsumer arrow) {}

    /**
     * @param line from 0
     * @param digits how many the highest number has
     */
    GutterLine(int line, int digits, Sign sign, Clicks clicks) {
        this.sign = sign;
        var number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        number.setMinWidth(digits * 8.0 + 4);
        number.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("gutter");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(mark(line, clicks.mark()), number, arrow(line, clicks.arrow()));
    }

    /** What it was made for. */
    Sign sign() {
        return sign;
    }

    private Region mark(int line, IntConsumer clicked) {
        if (sign.severity() == null) {
            return space("line-sign");
        }
        var icon = new FontIcon(icon());
        icon.getStyleClass().add("severity-" + sign.severity().name().toLowerCase(Locale.ROOT));
        var mark = new Label(null, icon);
        mark.getStyleClass().add("line-sign");
        click(mark, line, clicked);
        if (sign.mendable()) {
            mark.setTooltip(new Tooltip("Show the fixes (Alt+Enter)"));
        }
        return mark;
    }

    /** Most lines have nothing there, and a label would cost them a skin with every key typed. */
    private static Region space(String style) {
        var space = new Region();
        space.getStyleClass().add(style);
        return space;
    }

    private Ikon icon() {
        if (sign.mendable()) {
            return MaterialDesignL.LIGHTBULB_ON_OUTLINE;
        }
        return switch (sign.severity()) {
            case ERROR -> MaterialDesignA.ALERT_CIRCLE;
            case WARNING -> MaterialDesignA.ALERT;
            case INFO -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    private Region arrow(int line, IntConsumer clicked) {
        if (sign.fold() == Fold.NONE) {
            return space("fold-arrow");
        }
        boolean folded = sign.fold() == Fold.FOLDED;
        var arrow =
                new Label(
                        null,
                        new FontIcon(
                                folded
                                        ? MaterialDesignC.CHEVRON_RIGHT
                                        : MaterialDesignC.CHEVRON_DOWN));
        arrow.getStyleClass().add("fold-arrow");
        arrow.setTooltip(new Tooltip(folded ? "Unfold (Ctrl+Shift+])" : "Fold (Ctrl+Shift+[)"));
        if (folded) {
            arrow.getStyleClass().add("folded");
        }
        click(arrow, line, clicked);
        return arrow;
    }

    private static void click(Label label, int line, IntConsumer clicked) {
        label.setCursor(Cursor.HAND);
        label.setOnMousePressed(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        clicked.accept(line);
                    }
                    e.consume();
                });
    }
}
