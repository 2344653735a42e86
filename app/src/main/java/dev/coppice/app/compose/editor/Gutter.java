package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Severity;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands left of each line: its number and a mark where something was found. */
final class Gutter {

    private final CodeArea area;
    private Map<Integer, Severity> worst = Map.of();
    private int digits = 2;

    Gutter(CodeArea area) {
        this.area = area;
        area.setParagraphGraphicFactory(this::node);
    }

    /** Shows other marks; only the lines that differ are made anew. */
    void show(List<Mark> marks) {
        var now = new HashMap<Integer, Severity>();
        int length = area.getLength();
        for (Mark mark : marks) {
            int offset = Math.min(mark.range().start(), length);
            int line =
                    area.offsetToPosition(
                                    offset, org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                            .getMajor();
            now.merge(line, mark.diagnostic().severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        Set<Integer> lines = new HashSet<>(worst.keySet());
        lines.addAll(now.keySet());
        Map<Integer, Severity> before = worst;
        worst = now;
        int needed = Math.max(2, Integer.toString(area.getParagraphs().size()).length());
        if (needed != digits) {
            digits = needed;
            area.setParagraphGraphicFactory(this::node);
            return;
        }
        for (int line : lines) {
            if (before.get(line) != now.get(line) && line < area.getParagraphs().size()) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private Node node(int line) {
        var number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("line-number");
        number.setMinWidth(digits * 8.0 + 4);
        number.setAlignment(Pos.CENTER_RIGHT);
        var sign = new Label();
        sign.getStyleClass().add("line-sign");
        Severity severity = worst.get(line);
        if (severity != null) {
            var icon =
                    new FontIcon(
                            switch (severity) {
                                case ERROR -> MaterialDesignA.ALERT_CIRCLE;
                                case WARNING -> MaterialDesignA.ALERT;
                                case INFO -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                            });
            icon.getStyleClass()
                    .add("severity-" + severity.name().toLowerCase(java.util.Locale.ROOT));
            sign.setGraphic(icon);
        }
        var box = new HBox(sign, number);
        box.getStyleClass().add("gutter");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }
}
