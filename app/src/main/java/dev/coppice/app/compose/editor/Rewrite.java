package dev.coppice.app.compose.editor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.TextRange;

/**
 * A change of the text by a command, in offsets of the file's text.
 *
 * @param batch one step of undo
 * @param selection what is selected afterwards, in the new text
 */
public record Rewrite(EditBatch batch, TextRange selection) {}
