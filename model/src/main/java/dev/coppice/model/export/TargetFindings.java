package dev.coppice.model.export;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.include.Composition;
import dev.coppice.model.include.Findings;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What targets lose of a spec, as findings at the values. */
public final class TargetFindings {

    /** Nobody reads more of one target; the Export page has them all. */
    private static final int MOST = 200;

    private final SpecSchema schema;
    private final Exporters exporters;

    public TargetFindings(SpecSchema schema, Exporters exporters) {
        this.schema = schema;
        this.exporters = exporters;
    }

    /**
     * The same analysis with what certain targets drop and approximate; of an analysis with errors
     * nothing is known, and it stays as it is.
     *
     * @param targets ids; those that are unknown say nothing
     */
    public Analysis add(Analysis analysis, ProjectFiles files, Collection<String> targets) {
        List<Exporter> chosen =
                exporters.all().stream().filter(each -> targets.contains(each.id())).toList();
        Optional<ExportInput> input =
                chosen.isEmpty() ? Optional.empty() : ExportInput.of(schema, analysis, files);
        if (input.isEmpty()) {
            return analysis;
        }
        return located(
                analysis,
                chosen.stream().flatMap(each -> findings(each, input.get()).stream()).toList());
    }

    /** The same analysis with findings about values of the whole spec, included files merged. */
    public Analysis located(Analysis analysis, List<Finding> findings) {
        if (findings.isEmpty()) {
            return analysis;
        }
        Findings places = places(analysis);
        var all = new ArrayList<>(analysis.diagnostics());
        findings.stream().map(places::locate).forEach(all::add);
        all.sort(Comparator.comparingInt(d -> d.range().start()));
        return new Analysis(
                analysis.text(), analysis.tree(), analysis.spec(), all, analysis.inheritance());
    }

    private Findings places(Analysis analysis) {
        Map<String, String> included = analysis.inheritance().contents();
        return Composition.of(
                        schema,
                        analysis.text(),
                        new YamlParser().parse(analysis.text()),
                        path -> Optional.ofNullable(included.get(path)))
                .findings();
    }

    /** Items of one list that fare alike are one finding: what is said of each is the same. */
    private static List<Finding> findings(Exporter exporter, ExportInput input) {
        var alike = new LinkedHashMap<Alike, List<YamlPath>>();
        for (ExportResult.Entry entry : exporter.export(input).report()) {
            boolean lost =
                    !isRaw(entry.path())
                            && (entry.support() instanceof FieldSupport.Dropped
                                    || entry.support() instanceof FieldSupport.Approximated);
            if (lost) {
                YamlPath group = entry.field().isItem() ? entry.path().parent() : entry.path();
                alike.computeIfAbsent(new Alike(group, entry.support()), each -> new ArrayList<>())
                        .add(entry.path());
            }
        }
        List<Finding> all =
                alike.entrySet().stream()
                        .map(each -> finding(exporter, each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(Finding::code))
                        .toList();
        return all.size() <= MOST ? all : cut(exporter, all);
    }

    /** Settings of a target have findings of their own, whatever is exported. */
    private static boolean isRaw(YamlPath path) {
        return path.steps().getFirst().equals(new YamlPath.Key("targets"));
    }

    /** What is dropped is told before what differs. */
    private static List<Finding> cut(Exporter exporter, List<Finding> all) {
        var told = new ArrayList<>(all.subList(0, MOST));
        told.add(
                Finding.at(
                        all.get(MOST).path(),
                        DiagnosticCode.MORE_FINDINGS,
                        "there are %d more findings about %s"
                                .formatted(all.size() - MOST, exporter.title()),
                        "The Export page and coppice export list all of them."));
        return told;
    }

    private record Alike(YamlPath group, FieldSupport support) {}

    private static Finding finding(Exporter exporter, Alike alike, List<YamlPath> paths) {
        boolean dropped = alike.support() instanceof FieldSupport.Dropped;
        String what = paths.size() == 1 ? "this" : "these " + paths.size();
        return Finding.at(
                paths.getFirst(),
                dropped ? DiagnosticCode.EXPORT_DROPPED : DiagnosticCode.EXPORT_APPROXIMATED,
                exporter.title()
                        + (dropped
                                ? " will not have " + what
                                : " will have " + what + " with a difference"),
                alike.support().sentence());
    }
}
