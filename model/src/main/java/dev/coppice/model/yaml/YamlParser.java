package dev.coppice.model.yaml;

import dev.coppice.model.text.SpecText;

import java.util.Optional;

/**
 * Reads YAML 1.2 into a tree with places. Total: every text gives a result, faults are diagnostics.
 *
 * <p>Types are those of the core schema, except that numbers with a leading zero are texts. Aliases
 * are resolved, merge keys are merged, both within limits. Only the first document is read.
 */
public final class YamlParser {

    /** Reads a text; an empty text, or one of comments only, has no root and no problem. */
    public ParsedYaml parse(SpecText text) {
        var faults = new Faults(text.content());
        if (text.content().length() > RawReader.MAX_LENGTH) {
            faults.add(SyntaxMessages.tooLarge(), YamlPath.ROOT, 0, 0);
            return new ParsedYaml(Optional.empty(), faults.sorted(), false);
        }
        RawDocument document = RawReader.read(new SourceText(text.content()), faults);
        Optional<YNode> root = document.root().map(new TreeBuilder(faults)::build);
        return new ParsedYaml(root, faults.sorted(), document.complete() && document.single());
    }
}
