package dev.coppice.model.export;

import java.util.List;

/**
 * How many values a target keeps, changes and loses; values that do not concern it are not counted.
 *
 * @param exact values that the target has as well
 * @param approximated values that it has nearly
 * @param dropped values that it lacks
 */
public record Tally(int exact, int approximated, int dropped) {

    /** Counts a report. */
    public static Tally of(List<ExportResult.Entry> report) {
        int exact = 0;
        int approximated = 0;
        int dropped = 0;
        for (ExportResult.Entry entry : report) {
            switch (entry.support()) {
                case FieldSupport.Exact kept -> exact++;
                case FieldSupport.Approximated near -> approximated++;
                case FieldSupport.Dropped lost -> dropped++;
                case FieldSupport.NotConcerned none -> {}
            }
        }
        return new Tally(exact, approximated, dropped);
    }

    /** {@code 23 exact, 2 approximated, 1 dropped}. */
    public String words() {
        return "%d exact, %d approximated, %d dropped".formatted(exact, approximated, dropped);
    }
}
