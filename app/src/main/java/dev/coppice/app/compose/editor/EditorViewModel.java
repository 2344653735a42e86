package dev.coppice.app.compose.editor;

import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The text as the editor sees it. Everything that the editor asks or says is in offsets of its
 * document, where each line end is one LF; everything that the session holds is in offsets of the
 * text.
 */
public final class EditorViewModel implements ProjectSession.Observer {

    private static final String TYPING = "Typing";

    private final SpecSession session;
    private final ObjectProperty<Integer> caret = new SimpleObjectProperty<>(0);
    private final List<Consumer<DocumentChange>> listeners = new ArrayList<>();
    private final List<Consumer<TextRange>> revealers = new ArrayList<>();
    private final List<Consumer<TextRange>> travellers = new ArrayList<>();
    private final List<Consumer<TextRange>> selectors = new ArrayList<>();
    private final List<Consumer<List<TextRange>>> painters = new ArrayList<>();
    private List<Mark> marks = List.of();
    private DocumentOffsets offsets;
    private Optional<TextRange> selectedNext = Optional.empty();
    private TextRange selection = new TextRange(0, 0);
    private boolean typing;

    /** A part of a change of the editor's document. */
    record DocumentEdit(int start, int end, String replacement) {}

    /**
     * A change of the editor's document that comes from elsewhere.
     *
     * @param edits in order, all against the document before
     * @param selection what is to be selected then; empty when that is the last thing changed
     */
    record DocumentChange(List<DocumentEdit> edits, Optional<TextRange> selection) {}

    public EditorViewModel(SpecSession session) {
        this.session = session;
        this.offsets = new DocumentOffsets(session.text().content());
        analysed(session.analysis());
    }

    /** The text as the editor holds it. */
    String document() {
        return DocumentOffsets.document(session.text().content());
    }

    /** What is marked now, in offsets of the document. */
    List<Mark> marks() {
        return marks;
    }

    /**
     * Follows the marks that an analysis brings or takes away; gets their places. What only moves
     * with the text is no news.
     */
    void onMarks(Consumer<List<TextRange>> painter) {
        painters.add(painter);
    }

    /** Where the cursor is, as an offset of the text. */
    public ObjectProperty<Integer> caretProperty() {
        return caret;
    }

    /** What is selected, in offsets of the text; empty at the cursor when nothing is. */
    public TextRange selection() {
        int length = session.text().content().length();
        return new TextRange(
                Math.min(length, offsets.toText(selection.start())),
                Math.min(length, offsets.toText(selection.end())));
    }

    /** Another stretch of the document is selected. */
    void selected(int start, int end) {
        selection = new TextRange(start, end);
    }

    /** The text that commands work on. */
    SpecText text() {
        return session.text();
    }

    /** The offset in the text of an offset in the document. */
    public int toText(int documentOffset) {
        return offsets.toText(documentOffset);
    }

    /** Follows the edits that come from elsewhere. */
    void onEdit(Consumer<DocumentChange> listener) {
        listeners.add(listener);
    }

    /** Follows the wishes to show a place. */
    void onReveal(Consumer<TextRange> listener) {
        revealers.add(listener);
    }

    /** Makes a change as a step of its own. */
    public void make(Rewrite rewrite) {
        session.endStep();
        selectedNext = Optional.of(rewrite.selection());
        try {
            session.apply(rewrite.batch());
        } finally {
            selectedNext = Optional.empty();
        }
        session.endStep();
    }

    /** Replaces stretches of the document as a step of its own. */
    void replace(String label, List<TextEdit> inDocument) {
        var edits =
                inDocument.stream()
                        .map(
                                e ->
                                        new TextEdit(
                                                new TextRange(
                                                        offsets.toText(e.range().start()),
                                                        offsets.toText(e.range().end())),
                                                offsets.forFile(e.replacement())))
                        .toList();
        session.endStep();
        session.apply(new EditBatch(label, edits));
        session.endStep();
    }

    /** Shows a stretch of the text without moving the cursor there. */
    public void reveal(TextRange textRange) {
        TextRange range = toDocument(textRange);
        revealers.forEach(each -> each.accept(range));
    }

    /** Follows the wishes to put the cursor somewhere. */
    void onGoTo(Consumer<TextRange> listener) {
        travellers.add(listener);
    }

    /** Follows the wishes to select a stretch while the focus stays where it is. */
    void onSelect(Consumer<TextRange> listener) {
        selectors.add(listener);
    }

    /** Selects a stretch of the document. */
    void select(TextRange inDocument) {
        selectors.forEach(each -> each.accept(inDocument));
    }

    /** Puts the cursor on a stretch of the text. */
    public void goTo(TextRange textRange) {
        TextRange range = toDocument(textRange);
        travellers.forEach(each -> each.accept(range));
    }

    /**
     * The editor's document has changed under a person's hands.
     *
     * @param pasted whether that came from the clipboard
     */
    void typed(int position, String removed, String inserted, boolean pasted) {
        var range =
                new TextRange(
                        offsets.toText(position), offsets.toText(position + removed.length()));
        if (pasted || removed.length() > 1) {
            session.endStep();
        }
        typing = true;
        try {
            session.type(
                    new EditBatch(
                            label(removed, inserted, pasted),
                            List.of(new TextEdit(range, offsets.forFile(inserted)))));
        } finally {
            typing = false;
        }
        if (inserted.contains("\n") || pasted) {
            session.endStep();
        }
    }

    /** The cursor has moved. */
    void caretMoved(int position) {
        caret.set(offsets.toText(position));
    }

    void undo() {
        session.undo();
    }

    void redo() {
        session.redo();
    }

    /** The cursor went elsewhere by key or mouse: the next typing is another step of undo. */
    void endStep() {
        session.endStep();
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        DocumentOffsets old = offsets;
        offsets =
                edit.edits().size() == 1
                        ? old.after(before.content(), edit.edits().getFirst(), after.content())
                        : new DocumentOffsets(after.content());
        marks = marks.stream().map(mark -> shift(mark, edit, old)).toList();
        if (typing) {
            return;
        }
        var edits =
                edit.edits().stream()
                        .map(
                                e ->
                                        new DocumentEdit(
                                                old.toDocument(e.range().start()),
                                                old.toDocument(e.range().end()),
                                                DocumentOffsets.document(e.replacement())))
                        .toList();
        var change = new DocumentChange(edits, selectedNext.map(this::toDocument));
        listeners.forEach(listener -> listener.accept(change));
    }

    @Override
    public void analysed(Analysis analysis) {
        List<Mark> before = marks;
        marks =
                analysis.diagnostics().stream()
                        .map(d -> new Mark(d, toDocument(visible(d.range()))))
                        .toList();
        List<TextRange> news = Mark.differences(before, marks);
        if (!news.isEmpty()) {
            painters.forEach(each -> each.accept(news));
        }
    }

    private Mark shift(Mark mark, EditBatch edit, DocumentOffsets old) {
        var inText =
                new TextRange(old.toText(mark.range().start()), old.toText(mark.range().end()));
        return new Mark(
                mark.diagnostic(),
                toDocument(new Mark(mark.diagnostic(), inText).shifted(edit).range()));
    }

    /** A stretch of the text in offsets of the document. */
    TextRange toDocument(TextRange range) {
        return new TextRange(offsets.toDocument(range.start()), offsets.toDocument(range.end()));
    }

    /** An empty stretch cannot be seen: it takes a neighbour. */
    private TextRange visible(TextRange range) {
        String content = session.text().content();
        if (range.length() > 0 || content.isEmpty()) {
            return range;
        }
        int start = Math.min(range.start(), content.length() - 1);
        while (start > 0 && (content.charAt(start) == '\n' || content.charAt(start) == '\r')) {
            start--;
        }
        return new TextRange(start, start + 1);
    }

    private static String label(String removed, String inserted, boolean pasted) {
        if (pasted) {
            return "Paste";
        }
        return removed.length() > 1 && inserted.isEmpty() ? "Delete" : TYPING;
    }
}
