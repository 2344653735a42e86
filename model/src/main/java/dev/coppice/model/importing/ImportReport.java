package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of each field of a foreign file, for people to read and to keep.
 *
 * @param notes in the order of the foreign file
 */
public record ImportReport(List<ImportNote> notes) {

    public ImportReport {
        notes = List.copyOf(notes);
    }

    /** How many fields met with an outcome. */
    public long count(Outcome outcome) {
        return notes.stream().filter(note -> note.outcome() == outcome).count();
    }

    /** How many fields met with which outcome: {@code 8 taken, 2 approximated, 1 dropped}. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            parts.add(count(outcome) + " " + word(outcome));
        }
        return String.join(", ", parts);
    }

    /**
     * A line of text for each field: its line in the file if any, outcome, path, what it became.
     */
    public List<String> lines() {
        return notes.stream().map(ImportReport::line).toList();
    }

    /** The word for an outcome: {@code taken}. */
    public static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String line(ImportNote note) {
        String becomes = note.target().isEmpty() ? "" : " -> " + note.target();
        String reason = note.reason().isEmpty() ? "" : ": " + note.reason();
        String line = note.start().map(start -> "%4d".formatted(start.line())).orElse("    ");
        return "  %s  %-12s  %s%s%s"
                .formatted(line, word(note.outcome()), note.field(), becomes, reason);
    }
}
