package dev.coppice.model.complete;

import dev.coppice.model.complete.Proposal.Kind;

/**
 * A value or a name that may be meant.
 *
 * @param text as it stands in the spec
 * @param detail a few words about it; may be empty
 * @param documentation sentences about it; may be empty
 */
record Word(String text, Kind kind, String detail, String documentation) {

    static Word value(String text, String detail) {
        return new Word(text, Kind.VALUE, detail, "");
    }

    static Word reference(String text, String detail) {
        return new Word(text, Kind.REFERENCE, detail, "");
    }
}
