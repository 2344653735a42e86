package dev.coppice.app.compose.form;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.include.Inheritance;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;

import java.util.List;
import java.util.Optional;

/**
 * What a form shows.
 *
 * @param tree the document, the last one that could be read
 * @param text what the document was read from
 * @param diagnostics what was found in it
 * @param inheritance what the document has from the files that it includes
 * @param current whether the document is the text of now; otherwise nothing can be changed
 */
public record FormDocument(
        Optional<YNode> tree,
        SpecText text,
        List<Diagnostic> diagnostics,
        Inheritance inheritance,
        boolean current) {

    public FormDocument {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Nothing, before anything was read. */
    static FormDocument empty() {
        return new FormDocument(
                Optional.empty(), new SpecText(""), List.of(), Inheritance.none(), true);
    }

    /** The same, of a text that cannot be read any more. */
    public FormDocument stale() {
        return new FormDocument(tree, text, diagnostics, inheritance, false);
    }
}
