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
    private final List<Consumer<DocumentEdit>> listeners = new ArrayList<>();
    private final List<Consumer<TextRange>> revealers = new ArrayList<>();
    private final List<Consumer<TextRange>> travellers = new ArrayList<>();
    private final List<Consumer<List<TextRange>>> painters = new ArrayList<>();
    private List<Mark> marks = List.of();
    private DocumentOffsets offsets;
    private boolean typing;

    /** A change of the editor's document. */
    record DocumentEdit(int start, int end, String replacement) {}

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

    /** Follows the edits that come from elsewhere. */
    void onEdit(Consumer<DocumentEdit> listener) {
        listeners.add(listener);
    }

    /** Follows the wishes to show a place. */
    void onReveal(Consumer<TextRange> listener) {
        revealers.add(listener);
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

    /** Puts the cursor on a stretch of the text. */
    public void goTo(TextRange textRange) {
        TextRange range = toDocument(textRange);
        travellers.forEach(each -> each.accept(range));
    }

    /** The editor's document has changed under a person's hands. */
    void typed(int position, String removed, String inserted) {
        var range =
                new TextRange(
                        offsets.toText(position), offsets.toText(position + removed.length()));
        if (inserted.length() > 1 || removed.length() > 1) {
            session.endStep();
        }
        typing = true;
        try {
            session.apply(
                    new EditBatch(
                            label(removed, inserted),
                            List.of(new TextEdit(range, offsets.forFile(inserted)))));
        } finally {
            typing = false;
        }
        if (inserted.contains("\n")) {
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
        for (int i = edit.edits().size() - 1; i >= 0; i--) {
            TextEdit each = edit.edits().get(i);
            var change =
                    new DocumentEdit(
                            old.toDocument(each.range().start()),
                            old.toDocument(each.range().end()),
                            DocumentOffsets.document(each.replacement()));
            listeners.forEach(listener -> listener.accept(change));
        }
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

    private TextRange toDocument(TextRange range) {
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

    private static String label(String removed, String inserted) {
        if (inserted.length() > 1) {
            return "Paste";
        }
        return removed.length() > 1 && inserted.isEmpty() ? "Delete" : TYPING;
    }
}
