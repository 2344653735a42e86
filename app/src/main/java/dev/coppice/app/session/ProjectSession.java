package dev.coppice.app.session;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;

import java.nio.file.Path;

/**
 * The open project: the one place where the text changes. Used from one thread (the FX thread in
 * the window); analysis runs elsewhere and comes back to it.
 */
public interface ProjectSession {

    /** The folder of {@code system.yaml}. */
    Path folder();

    SpecText text();

    /** The newest finished analysis; its text may be older than {@link #text()} for a moment. */
    Analysis analysis();

    /** Edits the text as one step of undo. */
    void apply(EditBatch batch);

    /** Edits the text by a key that is typed in it; the next key may follow at once. */
    void type(EditBatch batch);

    /** Replaces the whole text as one step of undo, {@code Roll back to generation 3}. */
    void replace(String label, String content);

    boolean canUndo();

    boolean canRedo();

    void undo();

    void redo();

    /** Whether the text differs from the file. */
    boolean modified();

    /** Follows text and analysis; close to stop. */
    AutoCloseable observe(Observer observer);

    /** Follows a session. */
    interface Observer {

        /** The text is another one; called at once for each edit. */
        default void textChanged(SpecText before, EditBatch edit, SpecText after) {}

        /** A newer analysis is here. */
        default void analysed(Analysis analysis) {}

        /** Saved, or modified again. */
        default void modifiedChanged(boolean modified) {}
    }
}
