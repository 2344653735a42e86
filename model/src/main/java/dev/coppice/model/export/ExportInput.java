package dev.coppice.model.export;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.include.Composition;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;

import java.util.Optional;

/**
 * What an exporter reads.
 *
 * @param spec the system, with every default filled in
 * @param tree the document with its included files merged: which values somebody wrote. Paths of
 *     origins and of the report are paths of this tree; the lists of {@code spec} have the order of
 *     its lists
 * @param files the other files of the project
 */
public record ExportInput(SystemSpec spec, YNode tree, ProjectFiles files) {

    /** The input for an analysed text; empty while the text has errors. */
    public static Optional<ExportInput> of(
            SpecSchema schema, Analysis analysis, ProjectFiles files) {
        Composition whole =
                Composition.of(
                        schema,
                        analysis.text(),
                        new YamlParser().parse(analysis.text()),
                        path -> Optional.ofNullable(analysis.inheritance().contents().get(path)));
        return analysis.spec()
                .flatMap(spec -> whole.tree().map(tree -> new ExportInput(spec, tree, files)));
    }
}
