package dev.coppice.app.compose.editor;

import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final ReadOnlyObjectWrapper<List<Mark>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Integer> caret = new SimpleObjectProperty<>(0);
    private final List<Consumer<DocumentEdit>> listeners = new ArrayList<>();
    private final List<Consumer<TextRange>> revealers = new ArrayList<>();
    private final List<Consumer<TextRange>> travellers = new ArrayList<>();
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
    ReadOnlyObjectProperty<List<Mark>> marksProperty() {
        return marks.getReadOnlyProperty();
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
        offsets = new DocumentOffsets(after.content());
        marks.set(marks.get().stream().map(mark -> shift(mark, edit, old)).toList());
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
        marks.set(
                analysis.diagnostics().stream()
                        .map(d -> new Mark(d, visible(toDocument(d.range()))))
                        .toList());
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
        if (range.length() > 0) {
            return range;
        }
        int length = document().length();
        int start = Math.clamp(range.start(), 0, Math.max(0, length - 1));
        if (start > 0 && start < length && document().charAt(start) == '\n') {
            start--;
        }
        return new TextRange(start, Math.min(length, start + 1));
    }

    private static String label(String removed, String inserted) {
        if (inserted.length() > 1) {
            return "Paste";
        }
        return removed.length() > 1 && inserted.isEmpty() ? "Delete" : TYPING;
    }
}
