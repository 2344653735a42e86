package dev.coppice.app.compose.explain;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.FieldLines;
import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.include.Composition;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what other systems make of a field. Writes a text for all of them once, as a person asks
 * for many fields of it. Not for several threads at once.
 */
final class InTargets {

    private final SpecSchema schema;
    private final Exporters exporters;
    private final ProjectFiles files;
    private Optional<Written> last = Optional.empty();

    private record Written(
            Analysis analysis, Map<Exporter, ExportResult> results, ValuePlaces places) {}

    InTargets(SpecSchema schema, Exporters exporters, ProjectFiles files) {
        this.schema = schema;
        this.exporters = exporters;
        this.files = files;
    }

    /** What each system makes of a field; nothing while the text has errors. */
    List<InTarget> of(YamlPath path, Analysis analysis) {
        if (last.filter(written -> written.analysis() == analysis).isEmpty()) {
            last = write(analysis);
        }
        var found = new ArrayList<InTarget>();
        last.ifPresent(
                written ->
                        written.results()
                                .forEach(
                                        (exporter, result) -> {
                                            FieldLines lines =
                                                    FieldLines.of(result, written.places(), path);
                                            if (isWorthSaying(lines)) {
                                                found.add(new InTarget(exporter.title(), lines));
                                            }
                                        }));
        return found;
    }

    private static boolean isWorthSaying(FieldLines lines) {
        boolean lost =
                lines.support()
                        .filter(
                                support ->
                                        support instanceof FieldSupport.Dropped
                                                || support instanceof FieldSupport.Approximated)
                        .isPresent();
        return lost || !lines.files().isEmpty();
    }

    private Optional<Written> write(Analysis analysis) {
        return ExportInput.of(schema, analysis, files)
                .map(
                        input -> {
                            var results = new LinkedHashMap<Exporter, ExportResult>();
                            exporters.all().forEach(each -> results.put(each, each.export(input)));
                            return new Written(analysis, results, places(analysis));
                        });
    }

    private ValuePlaces places(Analysis analysis) {
        Map<String, String> included = analysis.inheritance().contents();
        return Composition.of(
                        schema,
                        analysis.text(),
                        new YamlParser().parse(analysis.text()),
                        path -> Optional.ofNullable(included.get(path)))
                .places();
    }
}
