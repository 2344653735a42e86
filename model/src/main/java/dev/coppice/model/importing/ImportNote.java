package dev.coppice.model.importing;

import dev.coppice.model.text.Position;

import java.util.Comparator;
import java.util.Optional;

/**
 * What became of one foreign field.
 *
 * @param field its path in the foreign file, {@code users[0].gecos}
 * @param start where it stands there; empty for what is read from a machine and not from a file
 * @param outcome whether it was taken
 * @param target the field of the spec that says it now; empty when none does
 * @param reason how it was approximated, or why it was dropped; empty when it was taken as it is
 * @param verbatim how it is written there, to be kept in a comment of the spec; empty when it may
 *     hold a secret, or when nothing is lost without it
 */
public record ImportNote(
        String field,
        Optional<Position> start,
        Outcome outcome,
        String target,
        String reason,
        String verbatim) {

    /** One that stands in a file. */
    public ImportNote(
            String field,
            Position start,
            Outcome outcome,
            String target,
            String reason,
            String verbatim) {
        this(field, Optional.of(start), outcome, target, reason, verbatim);
    }

    /** One without the text of the foreign file. */
    public ImportNote(String field, Position start, Outcome outcome, String target, String reason) {
        this(field, start, outcome, target, reason, "");
    }

    /** The order of the file; what stands in none comes first. */
    static Comparator<ImportNote> byPlace() {
        return Comparator.comparing(note -> note.start().orElse(new Position(0, 0)));
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
