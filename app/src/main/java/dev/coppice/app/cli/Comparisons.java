package dev.coppice.app.cli;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.compare.ComparedFile;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;

import java.io.IOException;
import java.util.Optional;

/** Compares generations. */
final class Comparisons {

    /** The sources of a built generation were there when it was built. */
    private static final ProjectFiles ALL_THERE = path -> Optional.of(0L);

    private final Generations generations;
    private final Analyzer analyzer = new Analyzer();
    private final SpecDiffer differ = new SpecDiffer();

    Comparisons(Generations generations) {
        this.generations = generations;
    }

    GenerationComparison compare(Generation before, Generation after) throws IOException {
        SystemSpec old = spec(before);
        SystemSpec fresh = spec(after);
        return Comparer.compare(side(before, old), side(after, fresh), differ.diff(old, fresh));
    }

    private Comparer.Side side(Generation generation, SystemSpec spec) throws IOException {
        return new Comparer.Side(
                generation, ComparedFile.of(spec, generations.projectFiles(generation)));
    }

    private SystemSpec spec(Generation generation) {
        return analyzer.analyze(new SpecText(generation.specText()), ALL_THERE)
                .spec()
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.SPEC_OR_CHECK,
                                        "old-spec",
                                        "the spec of generation "
                                                + generation.number()
                                                + " is no longer valid",
                                        "It was built by another version of Coppice."));
    }
}
