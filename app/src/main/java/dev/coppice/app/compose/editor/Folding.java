package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.FoldRegions.Region;

import org.fxmisc.richtext.CodeArea;

import java.util.Optional;

/**
 * Folds and unfolds lines of the area. What is folded is a style of the lines themselves, so it
 * moves with them when the text changes.
 */
final class Folding {

    private final CodeArea area;
    private final FoldRegions regions;

    Folding(CodeArea area, FoldRegions regions) {
        this.area = area;
        this.regions = regions;
    }

    /** What a line offers. */
    enum Fold {
        NONE,
        OPEN,
        FOLDED
    }

    /**
     * What the gutter shows at a line. The area asks in the midst of a change, before the regions
     * know of it: nothing then, and again when the line is painted.
     */
    Fold at(int line) {
        if (!regions.upToDate(area.getParagraphs().size())) {
            return Fold.NONE;
        }
        if (hides(line)) {
            return Fold.FOLDED;
        }
        return regions.foldable(line) ? Fold.OPEN : Fold.NONE;
    }

    /** Folds what belongs to a line, or unfolds it. */
    void toggle(int line) {
        if (hides(line)) {
            unfold(line);
        } else {
            regions.at(line).ifPresent(this::fold);
        }
    }

    /** Folds the smallest region around the cursor. */
    void foldHere() {
        regions.around(area.getCurrentParagraph())
                .filter(region -> !hides(region.head()))
                .ifPresent(this::fold);
    }

    /** Unfolds what is folded into the cursor's line. */
    void unfoldHere() {
        if (hides(area.getCurrentParagraph())) {
            unfold(area.getCurrentParagraph());
        }
    }

    /** Folds every section. */
    void foldAll() {
        int line = 0;
        while (line < area.getParagraphs().size()) {
            Optional<Region> region = regions.at(line);
            if (region.isPresent() && !hides(line)) {
                fold(region.get());
            }
            line = region.map(Region::last).orElse(line) + 1;
        }
    }

    /** Unfolds everything. */
    void unfoldAll() {
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            show(line);
        }
    }

    /** Unfolds until a line can be seen. */
    void show(int line) {
        while (area.isFolded(line)) {
            int head = line;
            while (head > 0 && area.isFolded(head)) {
                head--;
            }
            unfold(head);
        }
    }

    /** A line that has lost what made it a head cannot keep lines hidden. */
    void mend(int line) {
        if (hides(line) && !regions.foldable(line)) {
            unfold(line);
        }
    }

    /** Whether lines are folded into a line. */
    private boolean hides(int line) {
        return !area.isFolded(line)
                && line + 1 < area.getParagraphs().size()
                && area.isFolded(line + 1);
    }

    /** The area moves the cursor to the head; it belongs there only if it would vanish. */
    private void fold(Region region) {
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        int line = area.getCurrentParagraph();
        area.foldParagraphs(region.head(), region.last());
        if (line <= region.head() || line > region.last()) {
            area.selectRange(anchor, caret);
        } else {
            area.moveTo(region.head(), area.getParagraphLength(region.head()));
        }
    }

    private void unfold(int head) {
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        area.unfoldParagraphs(head);
        area.selectRange(anchor, caret);
    }
}
