package dev.coppice.model.importing;

import dev.coppice.model.text.Position;

/**
 * What became of one foreign field.
 *
 * @param field its path in the foreign file, {@code users[0].gecos}
 * @param start where it stands there
 * @param outcome whether it was taken
 * @param target the field of the spec that says it now; empty when none does
 * @param reason how it was approximated, or why it was dropped; empty when it was taken as it is
 * @param verbatim how it is written there, to be kept in a comment of the spec; empty when it may
 *     hold a secret, or when nothing is lost without it
 */
public record ImportNote(
        String field,
        Position start,
        Outcome outcome,
        String target,
        String reason,
        String verbatim) {

    /** One without the text of the foreign file. */
    public ImportNote(String field, Position start, Outcome outcome, String target, String reason) {
        this(field, start, outcome, target, reason, "");
    }

    /** What happened to a field. */
    public enum Outcome {
        /** It means the same in the spec. */
        TAKEN,
        /** The spec says something near to it. */
        APPROXIMATED,
        /** The spec does not say it. */
        DROPPED
    }
}
