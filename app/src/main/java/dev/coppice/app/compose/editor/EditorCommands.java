package dev.coppice.app.compose.editor;

import dev.coppice.model.refactor.CommentToggle;
import dev.coppice.model.refactor.RefactorResult;
import dev.coppice.model.text.TextEdits;

/** What can be done with the text by key, menu or button. */
public final class EditorCommands {

    private final SpecArea area;
    private final EditorViewModel model;
    private final Folding folding;
    private final EditorBars bars;
    private final PointerHelp help;

    EditorCommands(
            SpecArea area,
            EditorViewModel model,
            Folding folding,
            EditorBars bars,
            PointerHelp help) {
        this.area = area;
        this.model = model;
        this.folding = folding;
        this.bars = bars;
        this.help = help;
    }

    public void cut() {
        model.endStep();
        area.cut();
        model.endStep();
    }

    public void copy() {
        area.copy();
    }

    public void paste() {
        area.paste();
    }

    public void selectAll() {
        area.selectAll();
    }

    /** Opens the bar that finds. */
    public void find() {
        bars.find(area.getSelectedText(), false);
    }

    /** Opens the bar that finds and replaces. */
    public void replace() {
        bars.find(area.getSelectedText(), true);
    }

    /** Goes to the next or previous place of what was looked for last. */
    public void findNext(boolean backwards) {
        bars.findNext(backwards);
    }

    /** Opens the bar that goes to a line. */
    public void goToLine() {
        bars.goToLine(area.getParagraphs().size());
    }

    public void duplicateLines() {
        model.make(LineCommands.duplicate(model.text(), model.selection()));
    }

    public void deleteLines() {
        model.make(LineCommands.delete(model.text(), model.selection()));
    }

    public void moveLines(boolean up) {
        LineCommands.move(model.text(), model.selection(), up).ifPresent(model::make);
    }

    /** Moves the lines one step in or out. */
    public void indent(boolean back) {
        Indentation.shift(model.text(), model.selection(), back).ifPresent(model::make);
    }

    /** Makes comments of lines, or lines of comments. */
    public void toggleComment() {
        if (new CommentToggle().toggle(model.text(), model.selection())
                instanceof RefactorResult.Changed changed) {
            model.make(
                    new Rewrite(
                            changed.batch(), TextEdits.shift(model.selection(), changed.batch())));
        }
    }

    /** Shows what is to say about the cursor's place. */
    public void showDocumentation() {
        help.showHere();
    }

    public void fold() {
        folding.foldHere();
    }

    public void unfold() {
        folding.unfoldHere();
    }

    public void foldAll() {
        folding.foldAll();
    }

    public void unfoldAll() {
        folding.unfoldAll();
    }
}
