package dev.coppice.model.analysis;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.include.Inheritance;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is derived from one text.
 *
 * @param text the text
 * @param tree the document; empty when the text is not YAML or is empty
 * @param spec the system; empty while there is any error
 * @param diagnostics findings in the order of their places
 * @param inheritance what comes from included files
 */
public record Analysis(
        SpecText text,
        Optional<YNode> tree,
        Optional<SystemSpec> spec,
        List<Diagnostic> diagnostics,
        Inheritance inheritance) {

    public Analysis {
        diagnostics = List.copyOf(diagnostics);
    }

    /** An analysis of a text that includes nothing. */
    public Analysis(
            SpecText text,
            Optional<YNode> tree,
            Optional<SystemSpec> spec,
            List<Diagnostic> diagnostics) {
        this(text, tree, spec, diagnostics, Inheritance.none());
    }

    /** Whether the whole text could be read as YAML; otherwise the tree is a part of it at best. */
    public boolean readable() {
        return diagnostics.stream()
                .noneMatch(d -> d.code().equals("yaml-syntax") || d.code().equals("yaml-limit"));
    }

    /** Whether anything stops a build. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
