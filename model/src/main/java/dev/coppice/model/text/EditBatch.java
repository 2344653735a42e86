package dev.coppice.model.text;

import java.util.Comparator;
import java.util.List;

/**
 * Edits that belong together: one step of undo.
 *
 * @param label what a person did, for "Undo ..." ({@code Change hostname})
 * @param edits sorted by position, not overlapping, all against the same text
 */
public record EditBatch(String label, List<TextEdit> edits) {

    public EditBatch {
        edits =
                edits.stream()
                        .sorted(Comparator.comparingInt((TextEdit e) -> e.range().start()))
                        .toList();
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).range().start() < edits.get(i - 1).range().end()) {
                throw new IllegalArgumentException("edits overlap: " + edits);
            }
        }
    }
}
