package dev.coppice.model.yaml;

import dev.coppice.model.diag.Diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * What {@link YamlParser} made of a text.
 *
 * @param root the document; empty when the text has none (empty, comments only) or when a fault
 *     leaves nothing that can be trusted
 * @param problems what is wrong with the text as YAML, in order of position
 * @param complete whether the tree holds everything that stands in the text; after a syntax error
 *     it holds the top-level entries before the faulty one only, so nothing can be called missing
 */
public record ParsedYaml(Optional<YNode> root, List<Diagnostic> problems, boolean complete) {

    public ParsedYaml {
        problems = List.copyOf(problems);
    }
}
