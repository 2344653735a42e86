package dev.coppice.model.export;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.analysis.SpecBinder;
import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.generated.SpecGenerator;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Specs to try exporters on. */
public final class ExportCases {

    private static final SpecSchema SCHEMA = new SpecSchema();

    private ExportCases() {}

    /** A spec with a name. */
    public record Case(String name, ExportInput input) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The examples of the gallery. */
    public static List<Case> gallery() {
        return new Examples().all().stream().map(ExportCases::example).toList();
    }

    private static Case example(Example example) {
        ProjectFiles files =
                new ProjectFiles() {
                    @Override
                    public Optional<Long> size(String path) {
                        return text(path).map(text -> (long) text.length());
                    }

                    @Override
                    public Optional<String> text(String path) {
                        return example.files().contains(path)
                                ? Optional.of(example.text(path))
                                : Optional.empty();
                    }
                };
        return new Case(example.id(), of(example.spec(), files));
    }

    /** A spec without mistakes. */
    public static ExportInput of(String text, ProjectFiles files) {
        Analysis analysis = new Analyzer(SCHEMA).analyze(new SpecText(text), files);
        return ExportInput.of(SCHEMA, analysis, files)
                .orElseThrow(() -> new AssertionError("errors: " + analysis.diagnostics()));
    }

    /** Random specs: well formed, but not all of them make sense. */
    public static List<Case> generated(int count, long seed) {
        var generator = new SpecGenerator(SCHEMA, new Random(seed));
        var cases = new ArrayList<Case>();
        for (int i = 0; i < count; i++) {
            YNode tree =
                    new YamlParser().parse(new SpecText(generator.text())).root().orElseThrow();
            StructureChecker.Result checked = StructureChecker.check(SCHEMA, Optional.of(tree));
            cases.add(
                    new Case(
                            "generated " + i,
                            new ExportInput(
                                    new SpecBinder().bind(checked.root(), List.of()),
                                    tree,
                                    ProjectFiles.NONE)));
        }
        return cases;
    }
}
