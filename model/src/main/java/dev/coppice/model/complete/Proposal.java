package dev.coppice.model.complete;

import dev.coppice.model.text.EditBatch;

/**
 * Something that may be meant.
 *
 * @param label what a list shows
 * @param kind what it is
 * @param detail a few words beside the label; may be empty
 * @param documentation sentences for people, with code in backquotes; may be empty
 * @param edit what taking it does to the text
 * @param caret where the cursor is afterwards, as an offset of the changed text
 * @param rank smaller comes first
 * @param again whether there is more to propose at the cursor afterwards
 */
public record Proposal(
        String label,
        Kind kind,
        String detail,
        String documentation,
        EditBatch edit,
        int caret,
        int rank,
        boolean again) {

    /** What is proposed. */
    public enum Kind {
        KEY,
        VALUE,
        /** One of very many values, to show what they look like. */
        EXAMPLE,
        REFERENCE,
        PACKAGE,
        UNIT,
        FILE
    }
}
