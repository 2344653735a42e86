package dev.coppice.app.compose.editor;

import javafx.scene.AccessibleRole;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

import java.time.Duration;

/** The editor's control; it knows what came from the clipboard, and leaves undo to the session. */
final class SpecArea extends CodeArea {

    private boolean pasting;

    SpecArea() {
        setId("spec-text");
        setUndoManager(UndoUtils.noOpUndoManager());
        // What is typed most often has the colour of what is before it, and then need not be
        // painted.
        setUseInitialStyleForInsertion(false);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleText("Text of the spec");
        setMouseOverTextDelay(Duration.ofMillis(350));
    }

    @Override
    public void paste() {
        pasting = true;
        try {
            super.paste();
        } finally {
            pasting = false;
        }
    }

    /** Whether a change of this moment comes from the clipboard. */
    boolean isPasting() {
        return pasting;
    }
}
