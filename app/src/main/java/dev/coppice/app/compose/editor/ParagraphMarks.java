package dev.coppice.app.compose.editor;

import org.fxmisc.richtext.CodeArea;

import java.util.ArrayList;

/** Styles of whole lines, which do not chase each other away. */
final class ParagraphMarks {

    private final CodeArea area;

    ParagraphMarks(CodeArea area) {
        this.area = area;
    }

    void add(int line, String style) {
        var styles = new ArrayList<>(area.getParagraph(line).getParagraphStyle());
        if (!styles.contains(style)) {
            styles.add(style);
            area.setParagraphStyle(line, styles);
        }
    }

    void remove(int line, String style) {
        var styles = new ArrayList<>(area.getParagraph(line).getParagraphStyle());
        if (styles.remove(style)) {
            area.setParagraphStyle(line, styles);
        }
    }
}
