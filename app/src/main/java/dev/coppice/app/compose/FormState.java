package dev.coppice.app.compose;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.Section;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What outline and form show.
 *
 * @param tree the document, the last one that could be read
 * @param text what the document was read from
 * @param diagnostics what was found in it
 * @param current whether the document is the text of now; otherwise nothing can be changed here
 * @param outline the sections
 */
record FormState(
        Optional<YNode> tree,
        SpecText text,
        List<Diagnostic> diagnostics,
        boolean current,
        Map<Section, OutlineEntry> outline) {

    /**
     * What the outline says of a section.
     *
     * @param items how many items it lists; negative when it lists nothing
     */
    record OutlineEntry(int items, int errors, int warnings) {}
}
