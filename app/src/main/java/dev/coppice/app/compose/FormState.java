package dev.coppice.app.compose;

import dev.coppice.app.compose.form.FormDocument;
import dev.coppice.model.schema.Section;

import java.util.Map;

/**
 * What outline and form show.
 *
 * @param document what the form shows
 * @param outline the sections
 */
record FormState(FormDocument document, Map<Section, OutlineEntry> outline) {

    /**
     * What the outline says of a section.
     *
     * @param items how many items it lists; negative when it lists nothing
     */
    record OutlineEntry(int items, int errors, int warnings) {}
}
