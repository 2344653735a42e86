package dev.coppice.app.export;

import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.include.ValuePlace;

/**
 * What became of a value, and where it stands.
 *
 * @param entry the row of the report
 * @param place where somebody wrote the value
 */
record ReportRow(ExportResult.Entry entry, ValuePlace place) {

    /** How much of a value is kept. */
    enum Kind {
        DROPPED("dropped"),
        APPROXIMATED("approximated"),
        EXACT("exact"),
        UNCONCERNED("not concerned");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Kind kind() {
        return switch (entry.support()) {
            case FieldSupport.Exact exact -> Kind.EXACT;
            case FieldSupport.Approximated near -> Kind.APPROXIMATED;
            case FieldSupport.Dropped dropped -> Kind.DROPPED;
            case FieldSupport.NotConcerned none -> Kind.UNCONCERNED;
        };
    }

    /** {@code 12:3}, or with the file's name where it is an included one. */
    String where() {
        String position = place.start().line() + ":" + place.start().column();
        return place.inSpec() ? position : place.file() + ":" + position;
    }
}
