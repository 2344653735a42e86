package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.text.SpecText;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Comments in an imported spec: where its parts come from, and what it does not say. */
final class ImportComments {

    private static final int NAMED = 3;

    private final String format;
    private final List<ImportNote> notes;

    ImportComments(String format, List<ImportNote> notes) {
        this.format = format;
        this.notes = notes;
    }

    SpecText add(SpecText spec) {
        Map<String, Set<String>> origins = origins();
        var out = new StringBuilder();
        String summary = new ImportReport(notes).summary();
        out.append("# Imported from ").append(format).append(": ").append(summary).append(".\n");
        for (String line : spec.content().split("\n", -1)) {
            int colon = line.indexOf(':');
            boolean top = !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '-';
            Set<String> from = top && colon > 0 ? origins.get(line.substring(0, colon)) : null;
            if (from != null) {
                out.append("# From ").append(words(from)).append(".\n");
            }
            out.append(line).append('\n');
        }
        out.setLength(out.length() - 1);
        lost(out);
        return new SpecText(out.toString());
    }

    /** The fields that each part of the spec comes from. */
    private Map<String, Set<String>> origins() {
        var origins = new LinkedHashMap<String, Set<String>>();
        for (ImportNote note : notes) {
            String part = note.target().split("[.\\[]", 2)[0];
            if (!part.isEmpty() && note.outcome() != Outcome.DROPPED) {
                origins.computeIfAbsent(part, it -> new LinkedHashSet<>())
                        .add(line(note.field().replaceAll("\\[\\d+].*", "")));
            }
        }
        return origins;
    }

    private static String words(Set<String> from) {
        List<String> all = List.copyOf(from);
        if (all.size() <= NAMED) {
            return String.join(", ", all);
        }
        return String.join(", ", all.subList(0, NAMED))
                + " and "
                + (all.size() - NAMED)
                + " more settings";
    }

    private void lost(StringBuilder out) {
        List<ImportNote> dropped =
                notes.stream().filter(note -> note.outcome() == Outcome.DROPPED).toList();
        if (dropped.isEmpty()) {
            return;
        }
        boolean file = dropped.stream().anyMatch(note -> note.start().isPresent());
        out.append(
                file
                        ? "\n# Not taken, with the lines where it stands in the imported file:\n"
                        : "\n# Not taken:\n");
        for (ImportNote note : dropped) {
            String where = note.start().map(start -> start.line() + "  ").orElse("");
            out.append("#   %s%s\n".formatted(where, line(said(note))));
            note.verbatim()
                    .lines()
                    .forEach(each -> out.append(line("#        " + each)).append('\n'));
        }
    }

    private static String said(ImportNote note) {
        String field = note.field().isEmpty() ? "the whole file" : note.field();
        return note.reason().isEmpty() ? field : field + ": " + note.reason();
    }

    /** YAML allows no control characters in comments. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\x{FEFF}\\x{FFFE}\\x{FFFF}\u2028\u2029]+", " ")
                .stripTrailing();
    }
}
