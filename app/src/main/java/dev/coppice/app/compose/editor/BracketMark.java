package dev.coppice.app.compose.editor;

import dev.coppice.model.text.TextRange;

import org.fxmisc.richtext.CodeArea;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Marks the bracket at the cursor and its partner. */
final class BracketMark {

    private final CodeArea area;
    private final Brackets brackets;
    private final Consumer<List<TextRange>> repaint;
    private List<TextRange> marked = List.of();

    /**
     * @param repaint gets the places whose mark has changed
     */
    BracketMark(CodeArea area, Brackets brackets, Consumer<List<TextRange>> repaint) {
        this.area = area;
        this.brackets = brackets;
        this.repaint = repaint;
    }

    /** The cursor may be elsewhere, or the text another. */
    void follow() {
        List<TextRange> now =
                brackets.pair(area.getCurrentParagraph(), area.getCaretColumn())
                        .map(places -> places.stream().map(this::range).toList())
                        .orElse(List.of());
        if (!now.equals(marked)) {
            var changed = new ArrayList<>(marked);
            changed.addAll(now);
            marked = now;
            repaint.accept(changed);
        }
    }

    /** The marks, in offsets of the document. */
    List<Overlay> overlays() {
        return marked.stream()
                .map(range -> new Overlay(range.start(), range.end(), "bracket-mark"))
                .toList();
    }

    private TextRange range(Brackets.Place place) {
        int at = area.getAbsolutePosition(place.line(), place.column());
        return new TextRange(at, at + 1);
    }
}
