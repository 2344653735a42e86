package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Severity;

import javafx.scene.Node;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands left of the lines. */
final class Gutter {

    private final CodeArea area;
    private final Supplier<List<Mark>> marks;
    private final Folding folding;
    private final GutterLine.Clicks clicks;
    private int digits = 2;

    Gutter(CodeArea area, Supplier<List<Mark>> marks, Folding folding, GutterLine.Clicks clicks) {
        this.area = area;
        this.marks = marks;
        this.folding = folding;
        this.clicks = clicks;
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
        for (int line = first; line <= last; line++) {
            folding.mend(line);
        }
        Map<Integer, Found> found = found(first, last);
        for (int line = first; line <= last; line++) {
            if (area.getParagraphGraphic(line) instanceof GutterLine shown
                    && !shown.sign().equals(sign(line, found))) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    /** A line that is folded away has nothing at its left either. */
    private Node node(int line) {
        var node = new GutterLine(line, digits, sign(line, found(line, line)), clicks);
        node.setVisible(!area.isFolded(line));
        return node;
    }

    private GutterLine.Sign sign(int line, Map<Integer, Found> found) {
        Found here = found.getOrDefault(line, new Found(null, false));
        return new GutterLine.Sign(here.severity(), here.mendable(), folding.at(line));
    }

    private Map<Integer, Found> found(int first, int last) {
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        var found = new HashMap<Integer, Found>();
        for (Mark mark : marks.get()) {
            int at = mark.range().start();
            if (at >= start && at <= end) {
                int line = area.offsetToPosition(at, Bias.Forward).getMajor();
                var here =
                        new Found(
                                mark.diagnostic().severity(), !mark.diagnostic().fixes().isEmpty());
                found.merge(line, here, Found::and);
            }
        }
        return found;
    }

    private record Found(Severity severity, boolean mendable) {
        Found and(Found other) {
            return new Found(
                    severity.compareTo(other.severity) <= 0 ? severity : other.severity,
                    mendable || other.mendable);
        }
    }
}
