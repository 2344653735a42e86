package dev.coppice.app.export;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.include.Composition;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlParser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text without mistakes, written for every target.
 *
 * @param analysis the text and what it means
 * @param results what each target made of it, by the target's id
 * @param places where the values stand
 */
record Exported(Analysis analysis, Map<String, ExportResult> results, ValuePlaces places) {

    /** Writes a text for every target; empty while it has errors. */
    static Optional<Exported> of(
            SpecSchema schema, Exporters exporters, Analysis analysis, ProjectFiles files) {
        return ExportInput.of(schema, analysis, files)
                .map(
                        input -> {
                            var results = new LinkedHashMap<String, ExportResult>();
                            for (Exporter exporter : exporters.all()) {
                                results.put(exporter.id(), exporter.export(input));
                            }
                            return new Exported(analysis, results, places(schema, analysis));
                        });
    }

    private static ValuePlaces places(SpecSchema schema, Analysis analysis) {
        Map<String, String> included = analysis.inheritance().contents();
        return Composition.of(
                        schema,
                        analysis.text(),
                        new YamlParser().parse(analysis.text()),
                        path -> Optional.ofNullable(included.get(path)))
                .places();
    }
}
