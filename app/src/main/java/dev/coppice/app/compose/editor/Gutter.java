package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Severity;

import javafx.scene.Node;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands left of each line: a mark where something was found, its number, a fold arrow. */
final class Gutter {

    private final CodeArea area;
    private final Supplier<List<Mark>> marks;
    private int digits = 2;

    Gutter(CodeArea area, Supplier<List<Mark>> marks) {
        this.area = area;
        this.marks = marks;
        area.setParagraphGraphicFactory(this::node);
    }

    /** Brings the lines on the screen up to date; only those that differ are made anew. */
    void refresh() {
        int needed = Math.max(2, Integer.toString(area.getParagraphs().size()).length());
        if (needed != digits) {
            digits = needed;
            area.setParagraphGraphicFactory(this::node);
            return;
        }
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int first = area.firstVisibleParToAllParIndex();
        int last = area.lastVisibleParToAllParIndex();
        Map<Integer, Severity> worst = worst(first, last);
        for (int line = first; line <= last; line++) {
            if (area.getParagraphGraphic(line) instanceof GutterLine shown
                    && !shown.sign().equals(sign(line, worst))) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    private Node node(int line) {
        return new GutterLine(line, digits, sign(line, worst(line, line)));
    }

    private GutterLine.Sign sign(int line, Map<Integer, Severity> worst) {
        return new GutterLine.Sign(worst.get(line));
    }

    private Map<Integer, Severity> worst(int first, int last) {
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        var worst = new HashMap<Integer, Severity>();
        for (Mark mark : marks.get()) {
            int at = mark.range().start();
            if (at >= start && at <= end) {
                int line = area.offsetToPosition(at, Bias.Forward).getMajor();
                worst.merge(
                        line, mark.diagnostic().severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        return worst;
    }
}
